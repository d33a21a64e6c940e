import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listNotifications, removeAllNotifications, sendAlert } from "@/lib/insight/inbox";
import {
  ListNotifications,
  NotificationView,
  SendAlert,
  SentAlert,
  UnreadCount,
} from "@/lib/insight/inbox/schema";

export const GET = endpoint({
  tag: "Notifications",
  summary: "List one's notifications",
  description: "Newest first. `unreadCount` beside the pagination counts all that are unread.",
  permission: "notification.read",
  query: ListNotifications,
  returns: NotificationView,
  paged: true,
  beside: "unreadCount",
  examples: [{ name: "The unread ones", query: { status: "unread" } }],
  run: (ctx, { query }) => listNotifications(ctx, query),
});

export const POST = endpoint({
  tag: "Notifications",
  summary: "Send an alert of the platform",
  description:
    "Into the inboxes of `targetUsers`, 1,000 at most, or of everybody who may sign in. It does not go out by email.",
  permission: "notification.broadcast",
  body: SendAlert,
  returns: SentAlert,
  status: 201,
  examples: [
    {
      name: "To everybody",
      body: { title: "Work tonight", message: "Baybook is away from 2 to 3 at night, UTC." },
    },
  ],
  run: (ctx, { body }) => sendAlert(ctx, body),
});

export const DELETE = endpoint({
  tag: "Notifications",
  summary: "Delete all of one's notifications",
  permission: "notification.manage",
  returns: UnreadCount,
  run: (ctx) => removeAllNotifications(ctx),
});

export const { PUT, PATCH, OPTIONS } = otherMethods({ GET, POST, DELETE });

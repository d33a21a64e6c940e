import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { markAllNotifications } from "@/lib/insight/inbox";
import { UnreadCount } from "@/lib/insight/inbox/schema";

export const PUT = endpoint({
  tag: "Notifications",
  summary: "Mark all of one's notifications read",
  permission: "notification.manage",
  returns: UnreadCount,
  run: (ctx) => markAllNotifications(ctx),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });

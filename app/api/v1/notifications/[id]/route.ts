import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readNotification, removeNotification } from "@/lib/insight/inbox";
import { NotificationView, UnreadCount } from "@/lib/insight/inbox/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Notifications",
  summary: "Read one notification",
  permission: "notification.read",
  params,
  returns: NotificationView,
  run: (ctx, { params }) => readNotification(ctx, params),
});

export const DELETE = endpoint({
  tag: "Notifications",
  summary: "Delete one notification",
  permission: "notification.manage",
  params,
  returns: UnreadCount,
  run: (ctx, { params }) => removeNotification(ctx, params),
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods({ GET, DELETE });

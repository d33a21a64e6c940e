import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { markNotification } from "@/lib/insight/inbox";
import { NotificationView } from "@/lib/insight/inbox/schema";
import { sample } from "@/lib/words";

export const PATCH = endpoint({
  tag: "Notifications",
  summary: "Mark one notification read",
  permission: "notification.manage",
  params: z.object({ id: z.uuid() }),
  returns: NotificationView,
  examples: [{ name: "The newest", params: { id: sample.notificationId } }],
  run: (ctx, { params }) => markNotification(ctx, params),
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods({ PATCH });

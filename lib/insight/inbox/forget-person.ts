import type { Eraser } from "@/lib/core/eraser";

import { deleteChannels } from "./store/channels";
import { deleteRinging } from "./store/devices";
import { deleteNotificationsOf } from "./store/notifications";

/** How this room forgets a person: what they were told goes, what they chose, and what rang for them. */
export const eraser: Eraser = {
  columns: {
    "notifications.user_id": "Deleted, as is what names the person to others.",
    "notification_channels.user_id": "Deleted.",
    "push_subscriptions.user_id": "Deleted.",
    "devices.user_id": "Deleted.",
  },
  erase: async (ctx, person) => ({
    notifications: await deleteNotificationsOf(ctx, person),
    channels: await deleteChannels(ctx, person.userId),
    devices: await deleteRinging(ctx, person.userId),
  }),
};

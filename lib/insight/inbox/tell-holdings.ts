import { userOf } from "@/lib/core/actor";
import type { Holdings } from "@/lib/core/holdings";

import { findChannels } from "./store/channels";
import { findDevices, findSubscriptions } from "./store/devices";
import { findAllNotifications } from "./store/notifications";
import { viewChannels, viewDevice, viewNotification, viewSubscription } from "./view";

/** What this room keeps of a person. */
export const holdings: Holdings = async (ctx, userId) => {
  const role = userOf(ctx)?.role ?? "EvOwner";
  const rows = await findAllNotifications(ctx, userId);
  const [channels] = await findChannels(ctx, [userId]);
  return {
    notifications: rows.map((row) => viewNotification(row, { ...ctx, role })),
    channels: viewChannels(channels),
    devices: (await findDevices(ctx, [userId])).map(viewDevice),
    pushSubscriptions: (await findSubscriptions(ctx, [userId])).map(viewSubscription),
  };
};

import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";

import { deviceDays, readDays, unreadDays } from "./rules";
import { deleteUnseen } from "./store/devices";
import { deleteOld } from "./store/notifications";

/** Removes notifications that are past their time, and devices that nobody saw for long. Returns how many. */
export async function cleanInbox(
  ctx: Context,
): Promise<{ notifications: number; devices: number }> {
  scopeOf(ctx, "notification.clean");
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * dayMs);
  return {
    notifications: await deleteOld(ctx, before(readDays), before(unreadDays)),
    devices: await deleteUnseen(ctx, before(deviceDays)),
  };
}

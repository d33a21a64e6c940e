import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";
import { readSettings } from "@/lib/settings";
import { getStation } from "@/lib/stations";

import { diffSlots, noSlots } from "./diff-slots";
import { buildSlots } from "./build-slots";
import { horizonEnd, viewSlot, type Slot } from "./rules";
import type { SchedulePreview, SetSchedule } from "./schema";
import { checkedSchedule } from "./set-schedule";
import { findStoredSlots } from "./store/inventory";
import { findPlans } from "./store/plans";
import { findRunning } from "./store/slots";

/**
 * What a schedule would bring if it were set now: the slots to the horizon, the bookings that would need a decision,
 * and how much would change. Writes nothing. Throws as `setSchedule` does.
 */
export async function previewSchedule(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & SetSchedule,
): Promise<SchedulePreview> {
  const { businessId, timeZone } = await getStation(ctx, stationId);
  authorize(ctx, "schedule.manage", { businessId, stationId }, "station.not_found");
  const schedule = checkedSchedule(input);
  const now = ctx.clock.now();
  const [plan] = await findPlans(ctx, [stationId], now);
  if (!plan) throw fail("station.not_found");
  const { slotHorizonDays } = await readSettings(ctx);
  const held = await ctx.ports.heldRanges(ctx, [stationId], now);
  const running = await findRunning(ctx, [stationId], now);
  const from = running[0]?.endsAt ?? now;
  const slots = buildSlots({ ...plan, schedule }, held, from, horizonEnd(now, slotHorizonDays));
  const stored = await findStoredSlots(ctx, [stationId], now);
  const changes = diffSlots(stored.get(stationId) ?? noSlots, slots);
  const conflicts = await ctx.ports.misfitBookings(ctx, stationId, [...running, ...slots]);
  return {
    stationId,
    timeZone,
    slots: slots.map(viewForStaff),
    conflicts: conflicts.map(({ startsAt, endsAt, ...booking }) => ({
      ...booking,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    changes: {
      added: changes.added.length,
      changed: changes.changed.length + changes.resized.length,
      removed: changes.removed.length,
    },
  };
}

const viewForStaff = (slot: Slot) => ({
  ...viewSlot(slot),
  reserved: slot.reserved,
  held: slot.held,
});

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import { buildSlots } from "./build-slots";
import { findClaims } from "./find-claims";
import { diffSlots, noSlots, type StoredSlots } from "./diff-slots";
import { horizonEnd, type SlotPlan } from "./rules";
import type { SchedulePreview } from "./schema";
import { findStoredSlots } from "./store/inventory";
import { findPlans, type StationPlan } from "./store/plans";
import { findRunning } from "./store/slots";
import { viewSlot } from "./view";

/**
 * What would come of a station's plan if it were changed so: the slots to the horizon beside those there are, and
 * the bookings that would need a decision. Writes nothing.
 */
export async function previewPlan(
  ctx: Context,
  station: Authorized<{ readonly stationId: string; readonly timeZone: string }>,
  change: (plan: StationPlan) => SlotPlan,
): Promise<SchedulePreview> {
  const { stationId, timeZone } = station;
  const now = ctx.clock.now();
  const [plan] = await findPlans(ctx, [stationId], now);
  if (!plan) throw fail("station.not_found");
  const { slotHorizonDays } = await getSettings(ctx);
  const held = await findClaims(ctx, [stationId], now);
  const running = await findRunning(ctx, [stationId], now);
  const from = running[0]?.endsAt ?? now;
  const slots = buildSlots(change(plan), held, from, horizonEnd(now, slotHorizonDays));
  const stored = (await findStoredSlots(ctx, [stationId], now)).get(stationId) ?? noSlots;
  const changes = diffSlots(stored, slots);
  const conflicts = await ctx.ports.misfitBookings(ctx, station, [...running, ...slots]);
  const before = new Map(stored.starts.map((start, index) => [start, stored.capacities[index]]));
  return {
    stationId,
    timeZone,
    slots: slots.map((slot) => ({
      ...viewSlot(slot),
      reserved: slot.reserved,
      held: slot.held,
      capacityBefore: before.get(slot.startsAt.getTime()) ?? null,
    })),
    removedSlots: viewRemoved(stored, changes.removed),
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

function viewRemoved(
  stored: StoredSlots,
  starts: readonly Date[],
): SchedulePreview["removedSlots"] {
  const gone = new Set(starts.map((start) => start.getTime()));
  return stored.starts
    .flatMap((start, index) =>
      gone.has(start)
        ? [
            {
              startsAt: new Date(start).toISOString(),
              endsAt: new Date(stored.ends[index] ?? start).toISOString(),
              capacity: stored.capacities[index] ?? 0,
            },
          ]
        : [],
    )
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

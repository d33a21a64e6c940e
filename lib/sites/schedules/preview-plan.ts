import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import { buildSlots } from "./build-slots";
import { compareGroups, type GroupChange } from "./compare-groups";
import { findClaims } from "./find-claims";
import { diffSlots, noSlots, type StoredSlots } from "./diff-slots";
import { numberGroups } from "./number-groups";
import type { MisfitBooking } from "./ports";
import { horizonEnd, timesOf, type SlotPlan, type TimeSlot } from "./rules";
import type { SchedulePreview } from "./schema";
import { findStoredSlots } from "./store/inventory";
import { findPlans, type StationPlan } from "./store/plans";
import { findGroups, findRunning } from "./store/slots";
import { viewSlots } from "./view";

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
  const changed = change(plan);
  const all = buildSlots(changed, held, from, horizonEnd(now, slotHorizonDays), running);
  const slots = all.filter(({ startsAt }) => startsAt > now);
  const stored = (await findStoredSlots(ctx, [stationId], now)).get(stationId) ?? noSlots;
  const changes = diffSlots(stored, slots);
  const groups = await groupsOf(ctx, stationId, changed);
  const conflicts = await ctx.ports.misfitBookings(ctx, station, {
    groups,
    slots: all,
  });
  const before = capacitiesOf(stored);
  const times = timesOf(slots);
  return {
    stationId,
    timeZone,
    slots: viewSlots(groups, slots).map((slot, at) => ({
      ...slot,
      reserved: times[at]?.reserved ?? 0,
      held: times[at]?.held ?? 0,
      capacityBefore: before.get(Date.parse(slot.startsAt))?.capacity ?? null,
    })),
    removedSlots: viewRemoved(before, times),
    groupChanges: compareGroups(groups, stored, slots).map(viewChange),
    conflicts: conflicts.map(viewConflict),
    changes: {
      added: countTimes(changes.added),
      changed: countTimes([...changes.changed, ...changes.resized]),
      removed: countTimes(changes.removed),
    },
  };
}

/** Slots of several groups at the same time are one to who reads the preview. */
const countTimes = (slots: readonly { readonly startsAt: Date }[]) =>
  new Set(slots.map(({ startsAt }) => startsAt.getTime())).size;

const viewChange = ({ powerW, standards, ...change }: GroupChange) => ({
  standards: [...standards],
  maxPowerKw: powerW === null ? null : powerW / 1_000,
  ...change,
});

const viewConflict = ({ startsAt, endsAt, ...booking }: MisfitBooking) => ({
  ...booking,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** The groups that have a number, and those that would get one. */
async function groupsOf(ctx: Context, stationId: string, plan: SlotPlan) {
  const known = await findGroups(ctx, [stationId]);
  const numbers = new Set(known.map(({ number }) => number));
  return [...known, ...numberGroups(plan).filter(({ number }) => !numbers.has(number))];
}

interface StoredTime {
  readonly end: number;
  readonly capacity: number;
}

/** The stored slots' times by their start, all groups together. */
function capacitiesOf(stored: StoredSlots): Map<number, StoredTime> {
  const times = new Map<number, StoredTime>();
  for (const [index, start] of stored.starts.entries()) {
    const capacity = (times.get(start)?.capacity ?? 0) + (stored.capacities[index] ?? 0);
    times.set(start, { end: stored.ends[index] ?? start, capacity });
  }
  return times;
}

/** The times that go, as they are now. */
function viewRemoved(
  before: ReadonlyMap<number, StoredTime>,
  times: readonly TimeSlot[],
): SchedulePreview["removedSlots"] {
  const kept = new Set(times.map(({ startsAt }) => startsAt.getTime()));
  return [...before]
    .filter(([start]) => !kept.has(start))
    .map(([start, { end, capacity }]) => ({
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(end).toISOString(),
      capacity,
    }))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

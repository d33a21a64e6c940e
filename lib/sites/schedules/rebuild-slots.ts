import { inTransaction, type Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import {
  countChanges,
  diffSlots,
  noSlots,
  type SlotChanges,
  type StoredSlots,
  withSlots,
} from "./diff-slots";
import { buildSlots, type GroupRange } from "./build-slots";
import { findClaims } from "./find-claims";
import { numberGroups } from "./number-groups";
import { horizonEnd, type Slot } from "./rules";
import { findStoredSlots, insertGroups, writeSlots } from "./store/inventory";
import { findPlans, lockStationRows, type StationPlan } from "./store/plans";
import { findRunning } from "./store/slots";

/** What must be written at one station. */
export type StationChanges = SlotChanges & { readonly stationId: string };

/**
 * Makes the stations' slots match their schedule, connectors and holds from now to the horizon, in the caller's
 * transaction, and flags the bookings that no longer fit (product.md, Slot). Nothing is written where all is right.
 */
export async function rebuildSlots(ctx: Context, stationIds: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const locked = await lockStationRows(ctx, stationIds, false);
    await rebuildLocked(ctx, locked);
    if (locked.length > 0) await ctx.ports.flagConflicts(ctx, locked);
  });
}

/** The same for stations whose rows the caller has locked, without the flags; returns what was written. */
export async function rebuildLocked(
  ctx: Context,
  stationIds: readonly string[],
): Promise<StationChanges[]> {
  const differing = await findDiffering(ctx, stationIds);
  if (differing.length === 0) return [];
  // Only where slots are written does it matter who holds places in them.
  const ids = differing.map(({ plan }) => plan.stationId);
  const ranges = await findClaims(ctx, ids, ctx.clock.now());
  const held = Map.groupBy(ranges, ({ stationId }) => stationId);
  const changes = differing.map((inventory) => ({
    stationId: inventory.plan.stationId,
    ...compare(inventory, held.get(inventory.plan.stationId) ?? []),
  }));
  await insertGroups(ctx, differing.flatMap(newGroups));
  await writeSlots(ctx, changes);
  return changes;
}

/** The groups of the station's places that had no number before. */
function newGroups({ plan }: Inventory) {
  return numberGroups(plan)
    .filter(({ key, places }) => places.length > 0 && !plan.groupNumbers.has(key))
    .map(({ number, key, standards, powerW }) => ({
      stationId: plan.stationId,
      number,
      key,
      standards: [...standards],
      powerW,
    }));
}

/** A station's slots as they are, those that run among them, and all that decides how they should be. */
interface Inventory {
  readonly plan: StationPlan;
  readonly stored: StoredSlots;
  readonly running: readonly Slot[];
  readonly from: Date;
  readonly until: Date;
}

/**
 * Those of the stations whose slots are not as they should be. Slots that have begun keep their times, and no new one
 * overlaps them.
 */
export async function findDiffering(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Inventory[]> {
  if (stationIds.length === 0) return [];
  const now = ctx.clock.now();
  const { slotHorizonDays } = await getSettings(ctx);
  const until = horizonEnd(now, slotHorizonDays);
  const plans = await findPlans(ctx, stationIds, now);
  const runningAt = Map.groupBy(
    await findRunning(ctx, stationIds, now),
    ({ stationId }) => stationId,
  );
  const stored = await findStoredSlots(ctx, stationIds, now);
  return plans
    .map((plan) => {
      const running = runningAt.get(plan.stationId) ?? [];
      return {
        plan,
        stored: withSlots(stored.get(plan.stationId) ?? noSlots, running),
        running,
        from: running.at(-1)?.endsAt ?? now,
        until,
      };
    })
    .filter((inventory) => countChanges(compare(inventory, [])) > 0);
}

function compare(
  { plan, stored, running, from, until }: Inventory,
  held: readonly GroupRange[],
): SlotChanges {
  return diffSlots(stored, buildSlots(plan, held, from, until, running));
}

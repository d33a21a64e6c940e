import { inTransaction, type Context } from "@/lib/core/context";
import type { HeldRange } from "@/lib/core/ports";
import { readSettings } from "@/lib/settings";

import { countChanges, diffSlots, noSlots, type SlotChanges } from "./diff-slots";
import { buildSlots, horizonEnd } from "./rules";
import { findStoredSlots, writeSlots } from "./store/inventory";
import { findPlans, lockStationRows, type StationPlan } from "./store/plans";
import { findRunningEnds } from "./store/slots";

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
  const changes = await findChanges(ctx, stationIds);
  if (changes.length > 0) await writeSlots(ctx, changes);
  return changes;
}

/**
 * What would have to be written for the stations' slots to be right; stations without a change are left out.
 * Slots that have begun stay as they are, and no new one overlaps them.
 */
export async function findChanges(
  ctx: Context,
  stationIds: readonly string[],
): Promise<StationChanges[]> {
  if (stationIds.length === 0) return [];
  const now = ctx.clock.now();
  const { slotHorizonDays } = await readSettings(ctx);
  const until = horizonEnd(now, slotHorizonDays);
  const plans = await findPlans(ctx, stationIds, now);
  const running = await findRunningEnds(ctx, stationIds, now);
  const stored = await findStoredSlots(ctx, stationIds, now);
  const compare = (plan: StationPlan, held: readonly HeldRange[]): StationChanges => {
    const wanted = buildSlots(plan, held, running.get(plan.stationId) ?? now, until);
    const known = stored.get(plan.stationId) ?? noSlots;
    return { stationId: plan.stationId, ...diffSlots(known, wanted) };
  };
  const differing = plans.filter((plan) => countChanges(compare(plan, [])) > 0);
  if (differing.length === 0) return [];
  // Only now that slots are written does it matter who holds places in them.
  const ids = differing.map(({ stationId }) => stationId);
  const held = Map.groupBy(await ctx.ports.heldRanges(ctx, ids, now), (range) => range.stationId);
  return differing.map((plan) => compare(plan, held.get(plan.stationId) ?? []));
}

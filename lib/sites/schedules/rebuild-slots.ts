import { inTransaction, type Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import { countChanges, diffSlots, noSlots, type SlotChanges, withSlots } from "./diff-slots";
import { buildSlots } from "./build-slots";
import { countClaims, type GroupRange } from "./count-claims";
import { findClaims } from "./find-claims";
import { numberGroups } from "./number-groups";
import { horizonEnd, type Slot } from "./rules";
import { digestOf } from "./digest-slots";
import { findDigests, findStoredSlots, insertGroups, writeSlots } from "./store/inventory";
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
  const changes = differing.map(({ plan: { stationId }, changes }) => ({
    stationId,
    ...withClaims(changes, held.get(stationId) ?? []),
  }));
  await insertGroups(ctx, differing.flatMap(newGroups));
  await writeSlots(ctx, changes);
  return changes;
}

/** The same with how many places are taken in slots that come or get other times; the others know it. */
function withClaims(changes: SlotChanges, claims: readonly GroupRange[]): SlotChanges {
  const claimsIn = countClaims(claims);
  const counted = (slot: Slot) => ({
    ...slot,
    reserved: claimsIn(slot.group, slot.startsAt.getTime(), slot.endsAt.getTime()),
  });
  return {
    ...changes,
    added: changes.added.map(counted),
    resized: changes.resized.map(counted),
  };
}

/** The groups of the station's places that had no number before. */
function newGroups({ plan }: Differing) {
  return numberGroups(plan)
    .filter(({ key, places }) => places.length > 0 && !plan.groupNumbers.has(key))
    .map(({ number, key, standards, powerW, plugPowersW }) => ({
      stationId: plan.stationId,
      number,
      key,
      standards: [...standards],
      powerW,
      plugPowersW,
    }));
}

/** A station's plan, and what must be written there, before anybody is counted who holds a place. */
interface Differing {
  readonly plan: StationPlan;
  readonly changes: SlotChanges;
}

/**
 * Those of the stations whose slots are not as they should be. Slots that have begun keep their times, and no new one
 * overlaps them.
 */
export async function findDiffering(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Differing[]> {
  if (stationIds.length === 0) return [];
  const now = ctx.clock.now();
  const { slotHorizonDays } = await getSettings(ctx);
  const until = horizonEnd(now, slotHorizonDays);
  const [plans, begun, digests] = await Promise.all([
    findPlans(ctx, stationIds, now),
    findRunning(ctx, stationIds, now),
    findDigests(ctx, stationIds, now),
  ]);
  const runningAt = new Map<string, Slot[]>(stationIds.map((id) => [id, []]));
  for (const { stationId, ...slot } of begun) runningAt.get(stationId)?.push(slot);
  const lay = layingOut(now, until);
  const differing = plans
    .map((plan) => {
      const running = runningAt.get(plan.stationId) ?? [];
      return { plan, running, ...lay(plan, running) };
    })
    .filter(
      ({ plan, running, begun, digest }) =>
        digest !== digests.get(plan.stationId) ||
        countChanges(diffSlots(withSlots(noSlots, running), begun)) > 0,
    );
  const ids = differing.map(({ plan }) => plan.stationId);
  const stored = ids.length > 0 ? await findStoredSlots(ctx, ids, now) : new Map<string, never>();
  return differing
    .map(({ plan, running, wanted }) => {
      const there = withSlots(stored.get(plan.stationId) ?? noSlots, running);
      return { plan, changes: diffSlots(there, wanted) };
    })
    .filter(({ changes }) => countChanges(changes) > 0);
}

interface LaidOut {
  readonly wanted: readonly Slot[];
  /** Those of them that have begun. */
  readonly begun: readonly Slot[];
  /** Of those that have not, as `findDigests` has it. */
  readonly digest: string;
}

/** Lays the slots of stations out, those of all that are alike once. */
function layingOut(now: Date, until: Date) {
  const known = new Map<string, LaidOut>();
  const layOut = (plan: StationPlan, running: readonly Slot[]): LaidOut => {
    const wanted = buildSlots(plan, [], running.at(-1)?.endsAt ?? now, until, running);
    const [begun, ahead] = parted(wanted, now);
    return { wanted, begun, digest: digestOf(ahead) };
  };
  return (plan: StationPlan, running: readonly Slot[]): LaidOut => {
    const alike = likenessOf(plan, running);
    const laid = known.get(alike) ?? layOut(plan, running);
    known.set(alike, laid);
    return laid;
  };
}

/**
 * All that decides a station's slots, the same of stations that are alike in it: whatever a plan gets besides must stand
 * here. Places go by their numbers unless there is a hold or an outage, which may name them.
 */
function likenessOf(plan: StationPlan, running: readonly Slot[]): string {
  const { station, schedule, holds, outages, places, groupNumbers } = plan;
  const { businessId, timeZone, status, slotMinutes } = station;
  const isNamed = holds.length + outages.length > 0;
  const named = isNamed ? places : places.map((place) => ({ ...place, id: "" }));
  const of = {
    isRun: businessId !== null,
    timeZone,
    status,
    slotMinutes,
    schedule,
    holds,
    outages,
  };
  return JSON.stringify({ ...of, named, groupNumbers: [...groupNumbers], running });
}

/** Slots that have begun, and those that have not. */
function parted(slots: readonly Slot[], now: Date): [begun: Slot[], ahead: readonly Slot[]] {
  const at = now.getTime();
  if (slots.every(({ startsAt }) => startsAt.getTime() > at)) return [[], slots];
  const [begun, ahead]: [Slot[], Slot[]] = [[], []];
  for (const slot of slots) (slot.startsAt > now ? ahead : begun).push(slot);
  return [begun, ahead];
}

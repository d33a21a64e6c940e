import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";
import { findGroups, findGroupSlots, holdAlone, regroupClaims } from "@/lib/sites/schedules/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { findMisfits, isDecidable } from "./find-misfits";
import type { BookingRow } from "./store/bookings";
import { claimOf } from "./claim-range";
import { toldBooking } from "./told-booking";
import {
  findCheckInLeads,
  findHolders,
  hasConflicts,
  setConflict,
  setGroups,
} from "./store/conflicts";

/**
 * Flags the stations' bookings that no longer fit their slots and clears the flags that are settled, in the
 * caller's transaction; nothing is cancelled (product.md, Slot). Only Pending and Approved bookings that have not
 * begun are flagged: there is nothing left to decide about the others.
 */
export async function flagConflicts(ctx: Context, stationIds: readonly string[]): Promise<void> {
  // A booking is a promise, a place that is held the hope of one.
  await ctx.ports.withdrawOffers(ctx, stationIds);
  const { changes, moves } = await decideAlone(ctx, stationIds);
  await regroupClaims(ctx, moves);
  await setGroups(
    ctx,
    moves.map(({ id, to }) => ({ id, group: to })),
  );
  // Nor is one kept where a booking has its place now.
  if (moves.length > 0) await ctx.ports.withdrawOffers(ctx, stationIds);
  for (const reason of ["OverCapacity", "OutsideSlots", null] as const) {
    const ids = changes.filter(({ wanted }) => wanted === reason).map(({ id }) => id);
    await tell(ctx, await setConflict(ctx, ids, reason), reason);
  }
}

/** What is to be done; where bookings go to other groups, decided by who alone holds the stations and may move them. */
async function decideAlone(ctx: Context, stationIds: readonly string[]) {
  const seen = await findMisflagged(ctx, stationIds, "look");
  if (seen.moves.length === 0) return seen;
  await holdAlone(ctx, stationIds);
  // Whoever shared a station until now may have taken places there.
  return findMisflagged(ctx, stationIds, "move");
}

const nothing = { changes: [], moves: [] };

/**
 * The stations' bookings whose flag is not what it should be now, with what it should be, and the claims of those that
 * have their place in another group. To `move` these, the caller holds the stations alone; to `look`, nothing is locked.
 */
export async function findMisflagged(
  ctx: Context,
  stationIds: readonly string[],
  to: "move" | "look",
) {
  if (stationIds.length === 0) return nothing;
  const now = ctx.clock.now();
  const holders = await findHolders(ctx, stationIds, now, to);
  const [first] = holders;
  if (!first) return nothing;
  const last = new Date(Math.max(...holders.map(({ endsAt }) => endsAt.getTime())));
  const busy = [...new Set(holders.map(({ stationId }) => stationId))];
  const slots = Map.groupBy(await findGroupSlots(ctx, busy, now, last), stationOf);
  const groups = Map.groupBy(await findGroups(ctx, busy), stationOf);
  const connectors = await ctx.ports.connectorsInUse(ctx, busy);
  const leads = await findCheckInLeads(ctx, busy);
  const found = [...Map.groupBy(holders, stationOf)].map(([stationId, own]) => {
    const [ownGroups = [], ownSlots = []] = [groups.get(stationId), slots.get(stationId)];
    const checkInBeforeMinutes = leads.get(stationId) ?? 0;
    const places = { groups: ownGroups, slots: ownSlots, connectors, checkInBeforeMinutes };
    return findMisfits(own, places, now);
  });
  const misfits = new Map(found.flatMap(({ reasons }) => [...reasons]));
  const moved = new Map(
    found.flatMap(({ moves }) => moves.map(({ id, group }) => [id, group] as const)),
  );
  return {
    changes: holders
      .filter((holder) => holder.isOurs && isDecidable(holder, now))
      .map(({ id, number, conflict }) => ({
        id,
        number,
        conflict,
        wanted: misfits.get(id) ?? null,
      }))
      .filter(({ conflict, wanted }) => conflict !== wanted),
    moves: holders.flatMap((holder) => {
      const to = moved.get(holder.id);
      const { id, number } = holder;
      return to === undefined ? [] : [{ id, number, ...claimOf(holder), to }];
    }),
  };
}

const stationOf = ({ stationId }: { readonly stationId: string }) => stationId;

/** The same after a booking gave its places back, where there is any flag to settle. */
export async function settleConflicts(ctx: Context, stationId: string): Promise<void> {
  if (await hasConflicts(ctx, stationId)) await flagConflicts(ctx, [stationId]);
}

async function tell(
  ctx: Context,
  changed: readonly BookingRow[],
  reason: ConflictReason | null,
): Promise<void> {
  await recordAudit(
    ctx,
    ...changed.map(({ id, businessId, stationId, ownerId }) => ({
      entity: "Booking" as const,
      entityId: id,
      action: reason ? ("Conflict" as const) : ("ConflictSettled" as const),
      changes: { conflict: reason },
      businessId,
      stationId,
      ownerId,
    })),
  );
  await publishEvent(
    ctx,
    ...changed.map((booking) => ({
      type: reason ? ("booking.conflict" as const) : ("booking.conflict_settled" as const),
      payload: { ...toldBooking(booking), reason },
      businessId: booking.businessId,
      stationId: booking.stationId,
    })),
  );
}

import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { findMisfits, isDecidable } from "./find-misfits";
import type { BookingRow } from "./store/bookings";
import { toldBooking } from "./told-booking";
import { findHolders, findSlotsOf, hasConflicts, setConflict } from "./store/conflicts";

/**
 * Flags the stations' bookings that no longer fit their slots and clears the flags that are settled, in the
 * caller's transaction; nothing is cancelled (product.md, Slot). Only Pending and Approved bookings that have not
 * begun are flagged: there is nothing left to decide about the others.
 */
export async function flagConflicts(ctx: Context, stationIds: readonly string[]): Promise<void> {
  const changes = await findMisflagged(ctx, stationIds);
  for (const reason of ["OverCapacity", "OutsideSlots", null] as const) {
    const ids = changes.filter(({ wanted }) => wanted === reason).map(({ id }) => id);
    await tell(ctx, await setConflict(ctx, ids, reason), reason);
  }
}

/** The stations' bookings whose flag is not what it should be now, with what it should be. */
export async function findMisflagged(ctx: Context, stationIds: readonly string[]) {
  if (stationIds.length === 0) return [];
  const now = ctx.clock.now();
  const holders = await findHolders(ctx, stationIds, now);
  const [first] = holders;
  if (!first) return [];
  const last = new Date(Math.max(...holders.map(({ endsAt }) => endsAt.getTime())));
  const busy = [...new Set(holders.map(({ stationId }) => stationId))];
  const slots = Map.groupBy(await findSlotsOf(ctx, busy, now, last), ({ stationId }) => stationId);
  const misfits = new Map(
    [...Map.groupBy(holders, ({ stationId }) => stationId)].flatMap(([stationId, own]) => [
      ...findMisfits(own, slots.get(stationId) ?? [], now),
    ]),
  );
  return holders
    .filter((holder) => isDecidable(holder, now))
    .map(({ id, number, conflict }) => ({
      id,
      number,
      conflict,
      wanted: misfits.get(id) ?? null,
    }))
    .filter(({ conflict, wanted }) => conflict !== wanted);
}

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

import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { stillAuthorized, type Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { releasePlaces } from "@/lib/sites/schedules/inside";
import type { AuditAction, EventType } from "@/lib/words";

import { decideTransition, refuseStatus, type BookingAction } from "./decide-transition";
import { flagConflicts, settleConflicts } from "./flag-conflicts";
import { claimOf } from "./rules";
import { holdsPlace, isOpen } from "./schema";
import { updateBooking, type Booking, type BookingRow } from "./store/bookings";

/** How the audits and the outbox call each action. */
const auditAndEventOf: Record<
  BookingAction,
  {
    readonly audit: AuditAction;
    readonly event: Exclude<
      Extract<EventType, `booking.${string}`>,
      `booking.conflict${string}`
    > | null;
  }
> = {
  approve: { audit: "Approve", event: "booking.approved" },
  reject: { audit: "Reject", event: "booking.rejected" },
  cancel: { audit: "Cancel", event: "booking.canceled" },
  review: { audit: "Move", event: "booking.changed" },
  // The session that begins and ends with them is what others hear of.
  checkIn: { audit: "Checkin", event: null },
  complete: { audit: "Finalize", event: null },
  markNoShow: { audit: "NoShow", event: "booking.no_show" },
};

export interface StatusChange {
  readonly action: BookingAction;
  readonly reason?: string | undefined;
  /** Columns that change along with the status. */
  readonly set?: Partial<BookingRow>;
  /** Facts for the audit record. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/**
 * Moves a locked booking along the table of transitions, gives its places back where it holds none any more, and
 * tells it, all in the caller's transaction. Throws `booking.status` where the table has no such way.
 */
export async function changeStatus(
  ctx: Context,
  booking: Authorized<Booking>,
  change: StatusChange,
): Promise<Authorized<Booking>> {
  const { from, to } = decideTransition(booking.status, change.action, ctx.actor);
  const frees = holdsPlace(booking.status) && !holdsPlace(to);
  // A conflict is about what is still to come: who has arrived, or does not come, is in none.
  const isSettled = !isOpen(to);
  const set = { ...change.set, status: to, ...(isSettled && { conflict: null, conflictAt: null }) };
  const row = await updateBooking(ctx, booking.id, from, set);
  if (!row) throw refuseStatus(booking.status, change.action);
  if (frees) await releasePlaces(ctx, [claimOf(booking)]);
  await recordChange(ctx, { ...booking, ...row }, { ...change, from: booking.status });
  // Who had a flag and is let in has a place now, perhaps another's.
  if (booking.conflict && isSettled) await flagConflicts(ctx, [booking.stationId]);
  else if (isSettled) await settleConflicts(ctx, booking.stationId);
  return stillAuthorized(booking, { ...booking, ...row });
}

/** Writes the audit record and the event of a change that has been made. */
export async function recordChange(
  ctx: Context,
  booking: Booking,
  change: StatusChange & { readonly from: string },
): Promise<void> {
  const { audit, event } = auditAndEventOf[change.action];
  const { businessId, stationId, ownerId } = booking;
  await Promise.all([
    recordAudit(ctx, {
      entity: "Booking",
      entityId: booking.id,
      action: audit,
      from: change.from,
      to: booking.status,
      reason: change.reason,
      changes: change.changes,
      businessId,
      stationId,
      ownerId,
    }),
    event &&
      publishEvent(ctx, {
        type: event,
        payload: {
          bookingId: booking.id,
          ownerId,
          from: change.from,
          status: booking.status,
          reason: change.reason ?? null,
        },
        businessId,
        stationId,
      }),
  ]);
}

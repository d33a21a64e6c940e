import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { newBookingNumber } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import { toldBooking } from "./told-booking";
import { insertBooking, type BookingRow } from "./store/bookings";

export type NewBooking = Omit<
  BookingRow,
  "number" | "lateFeeMinor" | "conflict" | "conflictAt" | "lateUntil"
>;

/** Stores the booking under a number that nobody has, its audit record and its events; nobody waits for any of them. */
export async function storeBooking(ctx: Context, booking: NewBooking): Promise<BookingRow> {
  const { id, businessId, stationId, ownerId, status } = booking;
  const about = { businessId, stationId };
  const row = { ...booking, ...unchanged, number: newBookingNumber() };
  await insertBooking(ctx, row);
  await recordAudit(ctx, {
    entity: "Booking",
    entityId: id,
    action: "Create",
    to: status,
    changes: { startsAt: booking.startsAt, endsAt: booking.endsAt },
    ownerId,
    ...about,
  });
  const event = { payload: { ...toldBooking(row), status }, ...about };
  await publishEvent(
    ctx,
    { type: "booking.created", ...event },
    ...(status === "Approved" ? [{ type: "booking.approved" as const, ...event }] : []),
  );
  return row;
}

/** What comes to a booking later. */
const unchanged = { lateFeeMinor: 0, conflict: null, conflictAt: null, lateUntil: null };

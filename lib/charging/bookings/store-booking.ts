import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { newBookingNumber } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import { insertBooking, type BookingRow } from "./store/bookings";

export type NewBooking = Omit<BookingRow, "number" | "lateFeeMinor" | "conflict" | "conflictAt">;

/** Stores the booking under a number that nobody has, its audit record and its events. */
export async function storeBooking(ctx: Context, booking: NewBooking): Promise<BookingRow> {
  const { id, businessId, stationId, ownerId, status } = booking;
  const about = { businessId, stationId };
  const event = { payload: { bookingId: id, ownerId, status }, ...about };
  const [row] = await Promise.all([
    insertNumbered(ctx, booking),
    recordAudit(ctx, {
      entity: "Booking",
      entityId: id,
      action: "Create",
      to: status,
      changes: { startsAt: booking.startsAt, endsAt: booking.endsAt },
      ownerId,
      ...about,
    }),
    publishEvent(
      ctx,
      { type: "booking.created", ...event },
      ...(status === "Approved" ? [{ type: "booking.approved" as const, ...event }] : []),
    ),
  ]);
  return row;
}

async function insertNumbered(ctx: Context, booking: NewBooking): Promise<BookingRow> {
  for (;;) {
    const stored = await insertBooking(ctx, { ...booking, number: newBookingNumber() });
    if (stored) return stored;
  }
}

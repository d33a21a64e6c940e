import type { Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getBooking, lockBooking } from "./get-booking";
import type { Booking } from "./store/bookings";

/**
 * Completes a booking whose session is finalized, and gives its places back; the caller has authorized it and
 * holds the transaction. Throws `booking.status` unless it is InProgress.
 */
export async function completeBooking(ctx: Context, bookingId: string): Promise<Booking> {
  const booking = await lockBooking(ctx, await getBooking(ctx, bookingId));
  return changeStatus(ctx, booking, { action: "complete" });
}

import type { Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getPermitted, lockBooking } from "./get-booking";
import type { Booking } from "./store/bookings";

/**
 * Completes a booking whose session is finalized, and gives its places back, in the caller's
 * transaction. Throws `booking.not_found`, or `booking.status` unless it is InProgress.
 */
export async function completeBooking(ctx: Context, bookingId: string): Promise<Booking> {
  const booking = await lockBooking(ctx, await getPermitted(ctx, "session.finalize", bookingId));
  return changeStatus(ctx, booking, { action: "complete" });
}

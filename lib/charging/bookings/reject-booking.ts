import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getPermitted, lockBooking } from "./get-booking";
import type { BookingView, RejectBooking } from "./schema";
import { viewBooking } from "./view";

/**
 * Rejects a Pending booking with a reason and gives its places back (000-80, C-62).
 * Throws `booking.not_found`, or `booking.status` when somebody decided before.
 */
export async function rejectBooking(
  ctx: Context,
  { id, reason }: RejectBooking & { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const booking = await lockBooking(ctx, await getPermitted(ctx, "booking.approve", id));
    return viewBooking(ctx, await changeStatus(ctx, booking, { action: "reject", reason }));
  });
}

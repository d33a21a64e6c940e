import type { Leaving } from "@/lib/core/leaving";

import { changeStatus } from "./change-status";
import { lockBooking, permitBooking } from "./get-booking";
import { isOpen } from "./schema";
import { findOpenOf, lockOwner } from "./store/bookings";

/**
 * What this room does when an owner deletes their account: what they have booked is canceled, whatever the cutoff, and
 * without a fee (operations.md, 6.8). Behind the lock of all who book for them, so that nothing is booked meanwhile.
 */
export const leaving: Leaving = async (ctx, ownerId) => {
  await lockOwner(ctx, ownerId);
  for (const found of await findOpenOf(ctx, ownerId)) {
    const booking = await lockBooking(ctx, permitBooking(ctx, "booking.cancel", found));
    if (!isOpen(booking.status)) continue;
    await changeStatus(ctx, booking, { action: "cancel", isLeft: true });
  }
};

import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getPermitted, lockBooking } from "./get-booking";
import { issueQr } from "./issue-qr";
import type { BookingView } from "./schema";
import { viewBooking } from "./view";

/**
 * Approves a Pending booking and issues its QR code (000-80, 000-81, 000-83).
 * Throws `booking.not_found`, or `booking.status` when somebody decided before.
 */
export async function approveBooking(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const booking = await lockBooking(ctx, await getPermitted(ctx, "booking.approve", id));
    const approved = await changeStatus(ctx, booking, {
      action: "approve",
      set: { approvedAt: ctx.clock.now() },
    });
    return { ...viewBooking(ctx, approved), qr: await issueQr(ctx, approved) };
  });
}

import { assertOwnerActive } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { moneyView } from "@/lib/core/money";
import { asHolder } from "@/lib/core/permissions";

import { changeStatus } from "./change-status";
import { getPermitted, lockBooking } from "./get-booking";
import type { BookingView, CancelBooking } from "./schema";
import { viewBooking } from "./view";

/**
 * Cancels a booking and gives its places back: its owner until the cutoff before the start, staff at any time with
 * a reason; an operator may charge the late fee that was agreed, and abort on site what is InProgress
 * (product.md, Booking; C-33, C-60, C-71).
 * Throws `booking.not_found`, `owner.deactivated`, `booking.status`, `booking.change_cutoff`,
 * `booking.reason_required` or `booking.fee_not_allowed`.
 */
export async function cancelBooking(
  ctx: Context,
  input: CancelBooking & { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await getPermitted(ctx, "booking.cancel", input.id);
    const asUser = asHolder(ctx, "booking.cancel");
    const { role } = asUser.actor;
    if (input.chargeFee && role !== "Operator") throw fail("booking.fee_not_allowed");
    if (role === "EvOwner") assertOwnerActive(asUser);
    const booking = await lockBooking(ctx, found);
    const { lateCancelFeeMinor, currency } = booking.tariff;
    const lateFeeMinor = input.chargeFee ? lateCancelFeeMinor : 0;
    const canceled = await changeStatus(ctx, booking, {
      action: "cancel",
      reason: input.reason,
      set: { lateFeeMinor },
      changes: input.chargeFee ? { lateFee: moneyView(lateFeeMinor, currency) } : undefined,
    });
    if (booking.status === "InProgress") await ctx.ports.abortSession(ctx, booking);
    return viewBooking(ctx, canceled);
  });
}

import { assertOwnerActive } from "@/lib/people/accounts/inside";
import { factsOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { moneyView } from "@/lib/core/money";
import { asHolder } from "@/lib/core/permissions";

import { changeStatus } from "./change-status";
import { getPermitted, lockBooking } from "./get-booking";
import { madeOffline } from "./judge-instant";
import type { BookingView, CancelBooking } from "./schema";
import { viewBooking } from "./view";

/**
 * Cancels a booking and gives its places back: its owner until the cutoff before the start, staff at any time with
 * a reason; an operator may charge the late fee that was agreed, and abort on site what is InProgress
 * (product.md, Booking; C-33, C-60, C-71), at the instant at which a phone without network did it.
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
    const { status } = booking;
    // What is told late is the end of a session: a booking that has none is not canceled by it.
    if (input.at && status !== "InProgress") {
      throw fail("booking.status", { status, action: "cancel" });
    }
    const { lateCancelFeeMinor, currency } = booking.tariff;
    const lateFeeMinor = input.chargeFee ? lateCancelFeeMinor : 0;
    const canceled = await changeStatus(ctx, booking, {
      action: "cancel",
      reason: input.reason,
      set: { lateFeeMinor },
      changes: factsOf(
        input.chargeFee && { lateFee: moneyView(lateFeeMinor, currency) },
        madeOffline(ctx, input.at),
      ),
    });
    if (status === "InProgress") await ctx.ports.abortSession(ctx, booking, input.at);
    return viewBooking(ctx, canceled);
  });
}

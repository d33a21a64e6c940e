import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { getSettings } from "@/lib/records/settings/inside";

import { getPermitted, lockBooking } from "./get-booking";
import { minutesOf } from "./cut-ranges";
import { bookingMachine } from "./rules";
import type { BookingView, MoveBooking } from "./schema";
import { shiftBooking } from "./shift-booking";

/** More slots than any booking has: its length is decided already. */
const anyNumber = 96;

/**
 * Moves an open booking to free slots of the same station, by staff and with a reason (product.md, Permission matrix).
 * It stays as it stands, Pending or Approved; an Approved one gets a new QR code. The owner's cutoff does not bind
 * staff, and it may go as far ahead as slots are built. Throws `booking.not_found`, `booking.status`,
 * `booking.move_length`, and what taking places throws; then nothing changes.
 */
export async function moveBooking(
  ctx: Context,
  input: MoveBooking & { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await getPermitted(ctx, "booking.move", input.id);
    const booking = await lockBooking(ctx, found, { owner: true });
    decide(ctx, bookingMachine, booking, "move", input);
    if (minutesOf(input) !== minutesOf(booking)) throw failField("booking.move_length", "endsAt");
    const { slotHorizonDays } = await getSettings(ctx);
    return shiftBooking(ctx, booking, input, {
      action: "move",
      reason: input.reason,
      limits: { leadMinutes: 0, maxDaysAhead: slotHorizonDays, maxSlotsPerBooking: anyNumber },
    });
  });
}

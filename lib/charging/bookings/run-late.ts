import { inTransaction, type Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { stillAuthorized } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { getSettings } from "@/lib/records/settings/inside";
import { isWaitedFor } from "@/lib/sites/schedules/inside";

import { getPermitted, lockBooking } from "./get-booking";
import { bookingMachine } from "./rules";
import type { BookingView } from "./schema";
import { updateBooking } from "./store/bookings";
import { toldBooking } from "./told-booking";
import { viewBooking } from "./view";

/**
 * The owner says, once, that they come late (product.md, Running late): their place is kept for 30 minutes after the
 * start instead of until the no-show, and the operator sees it. Throws `booking.not_found`, `owner.deactivated`,
 * `booking.status`, `booking.late_already`, `booking.late_too_early`, or `booking.late_awaited` where somebody waits
 * for the place.
 */
export async function runLate(ctx: Context, { id }: { readonly id: string }): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const booking = await lockBooking(ctx, await getPermitted(ctx, "booking.late", id));
    decide(ctx, bookingMachine, booking, "late");
    const { stationId, businessId, startsAt, endsAt } = booking;
    if (await isWaitedFor(ctx, { stationId, startsAt, endsAt })) throw fail("booking.late_awaited");
    const { lateMinutes } = await getSettings(ctx, { businessId, stationId });
    const lateUntil = new Date(startsAt.getTime() + lateMinutes * minuteMs);
    const late = await transition(ctx, bookingMachine, booking, {
      action: "late",
      changes: { lateUntil },
      payload: ({ thing }) => ({ ...toldBooking(thing), lateUntil: lateUntil.toISOString() }),
      update: async (step) => {
        const row = await updateBooking(ctx, id, step, { lateUntil });
        return row && { ...booking, ...row };
      },
    });
    return viewBooking(ctx, stillAuthorized(booking, late));
  });
}

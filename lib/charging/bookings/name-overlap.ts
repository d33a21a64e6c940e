import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { Range } from "./cut-ranges";
import { findHeldTimes } from "./store/bookings";
import { readBooking } from "./read-booking";

/**
 * The refusal of a booking because the caller has another at that time, with which one it is, so that it can be gone
 * to (screens.md). Nothing where it is gone meanwhile. Throws `booking.overlap`.
 */
export async function nameOverlap(ctx: Context, range: Range): Promise<void> {
  const { actor } = asHolder(ctx, "booking.create");
  const [other] = await findHeldTimes(ctx, [actor.userId], range);
  if (!other) return;
  const { id, number, stationName, timeZone, startsAt, endsAt } = await readBooking(ctx, other);
  throw fail("booking.overlap", {
    bookingId: id,
    number,
    stationName,
    timeZone,
    startsAt,
    endsAt,
  });
}

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { Range } from "./cut-ranges";
import { findHeldTimes } from "./store/bookings";
import { readBooking } from "./read-booking";
import type { OwnBooking } from "./words";

/**
 * The caller's own booking that holds a place at some of that time, so that it can be told before another is asked for
 * in vain (screens.md); null where there is none.
 */
export async function readOverlap(ctx: Context, range: Range): Promise<OwnBooking | null> {
  const { actor } = asHolder(ctx, "booking.create");
  const [other] = await findHeldTimes(ctx, [actor.userId], range);
  if (!other) return null;
  const { id, number, stationName, timeZone, startsAt, endsAt } = await readBooking(ctx, other);
  return { bookingId: id, number, stationName, timeZone, startsAt, endsAt };
}

/**
 * The refusal of a booking because the caller has another at that time, with which one it is, so that it can be gone
 * to (screens.md). Nothing where it is gone meanwhile. Throws `booking.overlap`.
 */
export async function nameOverlap(ctx: Context, range: Range): Promise<void> {
  const other = await readOverlap(ctx, range);
  if (other) throw fail("booking.overlap", { ...other });
}

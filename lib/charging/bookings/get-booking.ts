import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import {
  authorize,
  stillAuthorized,
  type Authorized,
  type Permission,
} from "@/lib/core/permissions";

import { belongingsOf } from "./rules";
import type { BookingView } from "./schema";
import {
  findBooking,
  lockBookingRow,
  lockOwner,
  shareStations,
  type Booking,
} from "./store/bookings";
import { viewBooking } from "./view";

async function getBooking(ctx: Context, id: string): Promise<Booking> {
  const booking = await findBooking(ctx, id);
  if (!booking) throw fail("booking.not_found");
  return booking;
}

/** The booking as the API shows it now, for other rooms. */
export async function bookingView(
  ctx: Context,
  { id }: Authorized<{ readonly id: string }>,
): Promise<BookingView> {
  return viewBooking(ctx, await getBooking(ctx, id));
}

/** The booking if the actor may do that with it. Throws `booking.not_found` where not. */
export async function getPermitted(
  ctx: Context,
  permission: Permission,
  id: string,
): Promise<Authorized<Booking>> {
  const booking = await getBooking(ctx, id);
  return permitBooking(ctx, permission, booking);
}

/** Lets the actor act on a booking that was found, or throws `booking.not_found`. */
export function permitBooking(
  ctx: Context,
  permission: Permission,
  booking: Booking,
): Authorized<Booking> {
  const thing = { ...booking, ...belongingsOf(booking) };
  return authorize(ctx, permission, thing, "booking.not_found");
}

/**
 * The booking as it is now, kept from others, its station shared, and where asked the owner's other bookings too.
 * Always in this order: owner, station, booking, then slots; then nobody waits for one another.
 */
export async function lockBooking(
  ctx: Context,
  found: Authorized<Pick<Booking, "id" | "ownerId" | "stationId">>,
  options: { readonly owner?: boolean } = {},
): Promise<Authorized<Booking>> {
  const { id, ownerId, stationId } = found;
  // Sent together: a connection does one after the other.
  const [, , booking] = await Promise.all([
    options.owner && ownerId !== null && lockOwner(ctx, ownerId),
    shareStations(ctx, [stationId]),
    lockBookingRow(ctx, id),
  ]);
  if (!booking) throw fail("booking.not_found");
  return stillAuthorized(found, booking);
}

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize, type Permission } from "@/lib/core/permissions";

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

/** The booking, for other rooms; the caller authorizes. Throws `booking.not_found`. */
export async function getBooking(ctx: Context, id: string): Promise<Booking> {
  const booking = await findBooking(ctx, id);
  if (!booking) throw fail("booking.not_found");
  return booking;
}

/** The booking as the API shows it, for other rooms; the caller authorizes. */
export async function bookingView(ctx: Context, id: string): Promise<BookingView> {
  return viewBooking(await getBooking(ctx, id));
}

/** The booking if the actor may do that with it. Throws `booking.not_found` where not. */
export async function getPermitted(
  ctx: Context,
  permission: Permission,
  id: string,
): Promise<Booking> {
  const booking = await getBooking(ctx, id);
  authorize(ctx, permission, belongingsOf(booking), "booking.not_found");
  return booking;
}

/**
 * The booking as it is now, kept from others, its station shared, and where asked the owner's other bookings too.
 * Always in this order: owner, station, booking, then slots; then nobody waits for one another.
 */
export async function lockBooking(
  ctx: Context,
  { id, ownerId, stationId }: Pick<Booking, "id" | "ownerId" | "stationId">,
  options: { readonly owner?: boolean } = {},
): Promise<Booking> {
  if (options.owner) await lockOwner(ctx, ownerId);
  await shareStations(ctx, [stationId]);
  const booking = await lockBookingRow(ctx, id);
  if (!booking) throw fail("booking.not_found");
  return booking;
}

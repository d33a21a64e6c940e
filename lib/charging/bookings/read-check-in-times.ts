import type { Context } from "@/lib/core/context";

import { getPermitted } from "./get-booking";
import { findLiveQrs } from "./store/qr-tokens";
import { viewBooking } from "./view";

/** From when to when a car is let in, as ISO instants. */
export interface CheckInTimes {
  readonly opensAt: string;
  readonly closesAt: string;
}

/**
 * From when to when the caller can check in each of the bookings (000-85): what somebody at the counter asks. Those
 * that are not to be checked in, as one that waits or is over, have none. Throws `booking.not_found`.
 */
export async function readCheckInTimes(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CheckInTimes>> {
  const found = await Promise.all(ids.map((id) => getPermitted(ctx, "booking.read", id)));
  const coming = found.filter((booking) => viewBooking(ctx, booking).can.includes("checkIn"));
  const codes = await findLiveQrs(
    ctx,
    coming.map(({ id }) => id),
  );
  return new Map(
    codes.map(({ bookingId, opensAt, expiresAt }) => [
      bookingId,
      { opensAt: opensAt.toISOString(), closesAt: expiresAt.toISOString() },
    ]),
  );
}

import type { Context } from "@/lib/core/context";

import { getPermitted } from "./get-booking";
import { findLiveQrs } from "./store/qr-tokens";

/** From when to when a car is let in, as ISO instants. */
export interface CheckInTimes {
  readonly opensAt: string;
  readonly closesAt: string;
}

/**
 * From when to when each of the bookings can be checked in (000-85): what somebody at the counter asks. Those without
 * a code in force, as one that waits or is over, have none. Throws `booking.not_found`.
 */
export async function readCheckInTimes(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CheckInTimes>> {
  await Promise.all(ids.map((id) => getPermitted(ctx, "booking.read", id)));
  const codes = await findLiveQrs(ctx, ids);
  return new Map(
    codes
      .filter(({ consumedAt }) => consumedAt === null)
      .map(({ bookingId, opensAt, expiresAt }) => [
        bookingId,
        { opensAt: opensAt.toISOString(), closesAt: expiresAt.toISOString() },
      ]),
  );
}

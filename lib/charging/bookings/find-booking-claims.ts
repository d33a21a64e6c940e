import type { Context } from "@/lib/core/context";
import type { Claim } from "@/lib/sites/schedules/inside";

import { claimOf } from "./rules";
import { findHeldRanges } from "./store/conflicts";

/** The claims of bookings that hold a place at the stations and end after `from`; for the slots' counts (a port). */
export async function bookingClaims(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Claim[]> {
  return (await findHeldRanges(ctx, stationIds, from)).map(claimOf);
}

import { needOf, type Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { findGroups } from "@/lib/sites/schedules/inside";

import type { Arrival } from "./choose-connector";

/** What decides on which connectors these bookings' cars are let in. */
export async function findArrivals(
  ctx: Context,
  stationIds: readonly string[],
): Promise<
  (
    booking: Pick<
      Booking,
      "stationId" | "placeGroup" | "wishedConnectorId" | "standard" | "minPowerW"
    >,
  ) => Arrival
> {
  const groups = await findGroups(ctx, stationIds);
  return (booking) => ({
    wishedConnectorId: booking.wishedConnectorId,
    need: needOf(booking),
    group: groups.find(
      ({ stationId, number }) => stationId === booking.stationId && number === booking.placeGroup,
    ),
  });
}

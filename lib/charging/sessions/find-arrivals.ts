import { atStation, findAwaited, needOf, type Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { findGroups, weighPlaces, type NumberedPlace } from "@/lib/sites/schedules/inside";

import type { Arrival } from "./choose-connector";

/** A booking whose car is to be let in. */
type Arriving = Pick<
  Booking,
  | "id"
  | "stationId"
  | "startsAt"
  | "endsAt"
  | "placeGroup"
  | "wishedConnectorId"
  | "standard"
  | "minPowerW"
  | "timeZone"
>;

/** What decides on which of their stations' connectors these bookings' cars are let in. */
export async function findArrivals<B extends Arriving>(
  ctx: Context,
  bookings: readonly B[],
  placesAt: ReadonlyMap<string, readonly NumberedPlace[]>,
): Promise<(booking: B) => Arrival> {
  const now = ctx.clock.now();
  const early = bookings.filter(({ startsAt }) => startsAt > now);
  const stationsOf = (those: readonly Arriving[]) => [
    ...new Set(those.map(({ stationId }) => stationId)),
  ];
  const [groups, weigh, awaited] = await Promise.all([
    findGroups(ctx, stationsOf(bookings)),
    weighPlaces(ctx, bookings, placesAt),
    findAwaited(ctx, stationsOf(early)),
  ]);
  return (booking) => ({
    wishedConnectorId: booking.wishedConnectorId,
    need: needOf(booking),
    group: groups.find(
      ({ stationId, number }) => stationId === booking.stationId && number === booking.placeGroup,
    ),
    weigh: (place) => weigh(booking, place),
    early: early.includes(booking)
      ? {
          startsAt: booking.startsAt,
          ...atStation(booking.timeZone),
          awaited: awaited.get(booking.stationId) ?? [],
        }
      : null,
  });
}

import type { Context } from "@/lib/core/context";

import type { LotGroup } from "./find-room";
import { layOut } from "./lay-out";
import { isNamed } from "./name-places";
import { occupy } from "./occupy-places";
import { canPark, isOpenFor, type Stay } from "./park-cars";
import { groupKey, type Kind } from "./place-groups";
import type { Range } from "./rules";
import { findOpenThroughout } from "./store/slots";

/** A booking whose car is to be let in. */
export interface Arriving extends Range {
  readonly id: string;
  readonly stationId: string;
}

/** A connector in service, as its station has it. */
export interface NumberedPlace extends Kind {
  readonly number: number;
}

/**
 * How a place does for a car: 0 where all that hold a place of its group have one each with this car there, 1 where it
 * is open until the car leaves, 2 where it is not.
 */
export type PlaceWeight = 0 | 1 | 2;

/**
 * Tells how each place of their stations does for each of the bookings; of places that are alike, the lightest with the
 * lowest number is the one to let the car in on. Stations are looked at closely only where one of the places closes, or
 * others are open near, until the last of the bookings ends; at all others every place weighs 0.
 */
export async function weighPlaces(
  ctx: Context,
  bookings: readonly Arriving[],
  placesAt: ReadonlyMap<string, readonly NumberedPlace[]>,
): Promise<(booking: Arriving, place: NumberedPlace) => PlaceWeight> {
  const odd = await findOdd(ctx, bookings, placesAt);
  const from = ctx.clock.now();
  const laid = new Map<string, Awaited<ReturnType<typeof layOut>>>();
  for (const stationId of odd) {
    laid.set(stationId, await layOut(ctx, stationId, { from, to: "look" }));
  }
  return (booking, place) => {
    const { lot, held } = laid.get(booking.stationId) ?? {};
    const group = lot?.groups.find((one) => groupKey(one) === groupKey(place));
    if (!lot || !held || !group) return 0;
    const stay = { ...lot.stayOf(booking), place: group.numbers.indexOf(place.number) };
    // Those who fit nowhere have no place that could be kept for them.
    const inGroup = held.filter(
      (one) => one.group === group.key && one.id !== booking.id && !one.isFlagged,
    );
    return weigh(group, inGroup, stay);
  };
}

/** The stations at which it may matter on which place one of the bookings' cars stands. */
async function findOdd(
  ctx: Context,
  bookings: readonly Arriving[],
  placesAt: ReadonlyMap<string, readonly NumberedPlace[]>,
): Promise<string[]> {
  const stationIds = [...new Set(bookings.map(({ stationId }) => stationId))];
  if (stationIds.length === 0) return [];
  const last = new Date(Math.max(...bookings.map(({ endsAt }) => endsAt.getTime())));
  const groups = await findOpenThroughout(ctx, stationIds, ctx.clock.now(), last);
  const groupsAt = Map.groupBy(groups, ({ stationId }) => stationId);
  return stationIds.filter((stationId) => {
    const own = groupsAt.get(stationId) ?? [];
    const isOpen = ({ number }: NumberedPlace) =>
      own.some(({ openPlaces }) => openPlaces.every((open) => isNamed(open, number)));
    return own.some(({ uneven }) => uneven) || !(placesAt.get(stationId) ?? []).every(isOpen);
  });
}

/** How a stay's place does beside those that hold one in its group. Pure. */
function weigh(
  { open }: LotGroup,
  held: readonly Stay[],
  stay: Stay & { readonly place: number },
): PlaceWeight {
  if (!isOpenFor(open[stay.place] ?? [], stay)) return 2;
  const deciding = occupy(open, held).deciding(stay);
  return !deciding || canPark(open, [...deciding, stay]) ? 0 : 1;
}

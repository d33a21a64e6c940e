import { type AppError, fail, failField } from "@/lib/core/errors";
import { viewPlace } from "@/lib/core/plugs";
import {
  byPreference,
  groupKey,
  suits,
  type Kind,
  type Need,
  type NumberedPlace,
  type PlaceWeight,
} from "@/lib/sites/schedules/inside";

/** A connector in service, and whether a car charges there. */
export interface Place extends NumberedPlace {
  readonly id: string;
  readonly busy: boolean;
}

/** What decides on which connector a car is let in. */
export interface Arrival {
  readonly wishedConnectorId: string | null;
  /** What its car asks of a place, and the group in which it holds one. */
  readonly need: Need;
  readonly group: Kind | undefined;
  /** How a place does for its stay where places close (`weighPlaces`); the lightest first. */
  readonly weigh: (place: NumberedPlace) => PlaceWeight;
  /**
   * For a car that comes before its time: when and where that begins, and what those ask for whose time has begun and
   * that are still to come. Null for one in time.
   */
  readonly early: {
    readonly startsAt: Date;
    readonly timeZone: string;
    readonly place: string;
    readonly awaited: readonly Need[];
  } | null;
}

/**
 * The connectors that suit a car, the one to let it in on first before all others: those of its booking's group, the one
 * wished for first where it is in nobody's way, then those that others need least (product.md, Session). Of those that
 * are alike first the one with which all that hold a place there keep one, then one that does not close before the car
 * leaves, each by number. Before its time those come last that others need whose time has begun. A phone without network
 * takes the first of them that is free as well.
 */
export function rankConnectors<P extends Place>(places: readonly P[], arrival: Arrival): P[] {
  const { wishedConnectorId, need, group, weigh } = arrival;
  const spare = new Set(spared(places, arrival.early?.awaited ?? []));
  const last = (is: boolean) => (is ? 0 : 1);
  const isWished = ({ id }: P) => id === wishedConnectorId;
  const isOwn = (place: P) => group !== undefined && groupKey(place) === groupKey(group);
  const preferred = byPreference<P>(need, () => 0);
  return places
    .filter((place) => suits(place, need))
    .map((place) => ({ place, weight: weigh(place) }))
    .toSorted(
      ({ place: one, weight }, { place: other, weight: otherWeight }) =>
        last(one.busy || spare.has(one)) - last(other.busy || spare.has(other)) ||
        last(isOwn(one)) - last(isOwn(other)) ||
        last(isWished(one) && weight === 0) - last(isWished(other) && otherWeight === 0) ||
        preferred(one, other) ||
        weight - otherWeight ||
        last(isWished(one)) - last(isWished(other)) ||
        one.number - other.number,
    )
    .map(({ place }) => place);
}

/** The connector that a car gets: the first by `rankConnectors` on which no car charges; null where there is none. */
export const proposeConnector = <P extends Place>(
  places: readonly P[],
  arrival: Arrival,
): P | null => rankConnectors(places, arrival).find(({ busy }) => !busy) ?? null;

/**
 * The connector that is given, or else the proposed one; before its time none is taken from those whose time has begun
 * and that are still to come. Throws `connector.not_found`, `session.connector_busy`, `session.no_connector`,
 * `session.place_awaited`, or `session.no_suiting_connector` with the free ones.
 */
export function chooseConnector(
  places: readonly Place[],
  arrival: Arrival,
  given: string | undefined,
): Place {
  if (given === undefined) {
    const proposed = proposeConnector(places, arrival);
    if (proposed) return notAwaited(places, arrival, proposed);
    const free = places.filter(({ busy }) => !busy);
    if (free.length === 0) throw fail("session.no_connector");
    throw noneSuits(free, arrival);
  }
  const place = places.find(({ id }) => id === given.toLowerCase());
  if (!place) throw failField("connector.not_found", "connectorId");
  if (place.busy) throw failField("session.connector_busy", "connectorId");
  return notAwaited(places, arrival, place);
}

/** The place, where who comes before their time leaves one to each whose time has begun, as far as there are any. */
function notAwaited(places: readonly Place[], { early }: Arrival, place: Place): Place {
  if (!early || spared(places, early.awaited).includes(place)) return place;
  const { awaited, ...begins } = early;
  throw fail("session.place_awaited", { count: awaited.length, ...begins });
}

/** What is free does not suit: which connectors these are, and what the car asks for. */
function noneSuits(free: readonly Place[], { need: { standards, minPowerW } }: Arrival): AppError {
  return fail("session.no_suiting_connector", {
    free: free.map(({ number }) => number).join(", "),
    places: free.map(({ number, ...place }) => ({ number, ...viewPlace(place) })),
    standard: standards?.[0] ?? null,
    minPowerKw: kW(minPowerW ?? null),
  });
}

const kW = (watts: number | null): number | null => (watts === null ? null : watts / 1_000);

/**
 * The same for a car without a booking: none is taken from those who are about to come (chargers.md, Guard). `coming`
 * is what their cars ask for; with the one that is taken as many of them find a place as without. Of those that are alike
 * one that is not in `closing`, by its id, comes first: nobody knows how long the car stays. Throws
 * `session.no_connector`, `walkIn.place_needed`, `connector.not_found` or `session.connector_busy`.
 */
export function chooseForWalkUp(
  places: readonly Place[],
  arrival: Arrival,
  {
    coming,
    closing,
    given,
  }: {
    readonly coming: readonly Need[];
    readonly closing: { has(id: string): boolean };
    readonly given: string | undefined;
  },
): Place {
  const free = places.filter(({ busy }) => !busy);
  if (free.length === 0) throw fail("session.no_connector");
  const spare = spared(places, coming);
  const needed = () => fail("walkIn.place_needed", { count: coming.length });
  if (given === undefined) {
    const proposed = proposeConnector(spare, arrival);
    if (!proposed) throw needed();
    // Whose booking stands in whose way is known, how long the car stays is not.
    const isAsGood = (place: Place) =>
      groupKey(place) === groupKey(proposed) && arrival.weigh(place) <= arrival.weigh(proposed);
    const staying = spare.filter((place) => isAsGood(place) && !closing.has(place.id));
    return proposeConnector(staying, arrival) ?? proposed;
  }
  const chosen = chooseConnector(places, arrival, given);
  if (!spare.includes(chosen)) throw needed();
  return chosen;
}

/** The free places that may be taken so that as many of the cars that come find one as before. */
function spared<P extends Place>(places: readonly P[], coming: readonly Need[]): P[] {
  const free = places.filter(({ busy }) => !busy);
  const served = countServed(free, coming);
  return free.filter((place) => countServed(without(free, place), coming) === served);
}

const without = <T>(list: readonly T[], one: T) => list.filter((other) => other !== one);

/** How many of the cars can stand on one of the places each, at most. */
function countServed(places: readonly Kind[], cars: readonly Need[]): number {
  const standing = new Map<Kind, Need>();
  /** Finds the car a place, and others another one where that helps. */
  const seat = (car: Need, tried: Set<Kind>): boolean =>
    places.some((place) => {
      if (tried.has(place) || !suits(place, car)) return false;
      tried.add(place);
      const other = standing.get(place);
      if (other && !seat(other, tried)) return false;
      standing.set(place, car);
      return true;
    });
  return cars.filter((car) => seat(car, new Set())).length;
}

import { type AppError, fail, failField } from "@/lib/core/errors";
import { byPreference, groupKey, suits, type Kind, type Need } from "@/lib/sites/schedules/inside";

/** A connector in service, and whether a car charges there. */
export interface Place extends Kind {
  readonly id: string;
  readonly number: number;
  readonly busy: boolean;
}

/** What decides on which connector a car is let in. */
export interface Arrival {
  readonly wishedConnectorId: string | null;
  /** What its car asks of a place, and the group in which it holds one. */
  readonly need: Need;
  readonly group: Kind | undefined;
}

/**
 * The connectors that suit a car, the one to let it in on first before all others: the one wished for, then those of its
 * booking's group, then those that others need least (product.md, Session), each by number. A phone without network takes
 * the first of them that is free as well.
 */
export function rankConnectors<P extends Omit<Place, "busy">>(
  places: readonly P[],
  { wishedConnectorId, need, group }: Arrival,
): P[] {
  const last = (is: boolean) => (is ? 0 : 1);
  const isOwn = (place: P) => group !== undefined && groupKey(place) === groupKey(group);
  const preferred = byPreference<P>(need, () => 0);
  return places
    .filter((place) => fits(place, need))
    .toSorted(
      (one, other) =>
        last(one.id === wishedConnectorId) - last(other.id === wishedConnectorId) ||
        last(isOwn(one)) - last(isOwn(other)) ||
        preferred(one, other) ||
        one.number - other.number,
    );
}

/** Whether a connector suits; its number is none of a group. */
const fits = ({ standards, powerW }: Kind, need: Need): boolean =>
  suits({ standards, powerW }, need);

/** The connector that a car gets: the first by `rankConnectors` on which no car charges; null where there is none. */
export const proposeConnector = <P extends Place>(
  places: readonly P[],
  arrival: Arrival,
): P | null => rankConnectors(places, arrival).find(({ busy }) => !busy) ?? null;

/**
 * The connector that is given, or else the proposed one. Throws `connector.not_found`, `session.connector_busy`,
 * `session.no_connector`, or `session.no_suiting_connector` with the free ones.
 */
export function chooseConnector(
  places: readonly Place[],
  arrival: Arrival,
  given: string | undefined,
): Place {
  if (given === undefined) {
    const proposed = proposeConnector(places, arrival);
    if (proposed) return proposed;
    const free = places.filter(({ busy }) => !busy);
    if (free.length === 0) throw fail("session.no_connector");
    throw noneSuits(free, arrival);
  }
  const place = places.find(({ id }) => id === given.toLowerCase());
  if (!place) throw failField("connector.not_found", "connectorId");
  if (place.busy) throw failField("session.connector_busy", "connectorId");
  return place;
}

/** What is free does not suit: which connectors these are, and what the car asks for. */
function noneSuits(free: readonly Place[], { need: { standards, minPowerW } }: Arrival): AppError {
  return fail("session.no_suiting_connector", {
    free: free.map(({ number }) => number).join(", "),
    places: free.map(({ number, standards: plugs, powerW }) => ({
      number,
      standards: plugs,
      maxPowerKw: kW(powerW),
    })),
    standard: standards?.[0] ?? null,
    minPowerKw: kW(minPowerW ?? null),
  });
}

const kW = (watts: number | null): number | null => (watts === null ? null : watts / 1_000);

/** What a car needs that is about to come. */
type Coming = readonly Need[];

/**
 * The connector of a car without a booking, the given one or else the first that suits it, that leaves one for each car
 * that is about to come and would have had one (chargers.md, Guard). Throws what `chooseConnector` throws, or
 * `walkIn.place_needed`.
 */
export function chooseLeaving(
  places: readonly Place[],
  arrival: Arrival,
  given: string | undefined,
  coming: Coming,
): Place {
  const free = places.filter(({ busy }) => !busy);
  if (free.length === 0) throw fail("session.no_connector");
  const chosen = chooseConnector(places, arrival, given);
  const served = mostServed(free, coming);
  const isLeft = (place: Place) =>
    mostServed(
      free.filter((one) => one !== place),
      coming,
    ) === served;
  const ways = given === undefined ? rankConnectors(free, arrival) : [chosen];
  const left = ways.find(isLeft);
  if (left) return left;
  const count = coming.filter((need) => ways.some((place) => fits(place, need))).length;
  throw fail("walkIn.place_needed", { count });
}

/** How many of the cars can have a connector each that suits them, at most. */
function mostServed(free: readonly Place[], coming: Coming): number {
  const takenBy = new Map<Place, Need>();
  const seat = (need: Need, tried: Set<Place>): boolean =>
    free.some((place) => {
      if (tried.has(place) || !fits(place, need)) return false;
      tried.add(place);
      const other = takenBy.get(place);
      if (other !== undefined && !seat(other, tried)) return false;
      takenBy.set(place, need);
      return true;
    });
  return coming.filter((need) => seat(need, new Set())).length;
}

import { fail, failField } from "@/lib/core/errors";
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
 * The connector that a car gets of those that are free: the one wished for, else one of its booking's group, else any
 * that suits it, the one that others need least (product.md, Session); null where none does.
 */
export function proposeConnector<P extends Place>(
  places: readonly P[],
  { wishedConnectorId, need, group }: Arrival,
): P | null {
  const suiting = places
    .filter((place) => !place.busy && suits(place, need))
    .toSorted((one, other) => one.number - other.number);
  const wished = suiting.find(({ id }) => id === wishedConnectorId);
  const own = group && suiting.find((place) => groupKey(place) === groupKey(group));
  return wished ?? own ?? suiting.toSorted(byPreference(need, () => 0))[0] ?? null;
}

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
    const free = places.filter(({ busy }) => !busy).map(({ number }) => number);
    if (free.length === 0) throw fail("session.no_connector");
    throw fail("session.no_suiting_connector", { free: free.join(", ") });
  }
  const place = places.find(({ id }) => id === given.toLowerCase());
  if (!place) throw failField("connector.not_found", "connectorId");
  if (place.busy) throw failField("session.connector_busy", "connectorId");
  return place;
}

/**
 * The same for a car without a booking: none is taken from those who are about to come (chargers.md, Guard). `coming`
 * is what their cars ask for; with the one that is taken as many of them find a place as without. Throws
 * `session.no_connector`, `walkIn.place_needed`, `connector.not_found` or `session.connector_busy`.
 */
export function chooseForWalkUp(
  places: readonly Place[],
  arrival: Arrival,
  { coming, given }: { readonly coming: readonly Need[]; readonly given: string | undefined },
): Place {
  const free = places.filter(({ busy }) => !busy);
  if (free.length === 0) throw fail("session.no_connector");
  const served = countServed(free, coming);
  const spare = free.filter((place) => countServed(without(free, place), coming) === served);
  const needed = () => fail("walkIn.place_needed", { count: coming.length });
  if (given === undefined) {
    const proposed = proposeConnector(spare, arrival);
    if (proposed) return proposed;
    throw needed();
  }
  const chosen = chooseConnector(places, arrival, given);
  if (!spare.includes(chosen)) throw needed();
  return chosen;
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

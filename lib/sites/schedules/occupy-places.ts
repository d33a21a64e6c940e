import type { Stay } from "./park-cars";
import { shapeOf, type OpenPlaces } from "./shape-places";

/** A group's places and who stays at them, found by slot, so that a full station of many weeks costs no more. */
export interface Occupied<S extends Stay = Stay> {
  readonly open: OpenPlaces;
  readonly add: (stay: S) => void;
  readonly remove: (stay: S) => void;
  /** The fewest places that are left in a slot of the stay; below 0 where cars are more. */
  readonly freeFor: (stay: Stay) => number;
  /** Those that are there in a slot of `[from, to)`, in no order. */
  readonly meeting: (range: Stay) => S[];
  /** Which of them decide, with another one, who has a place; null where counting does. */
  readonly deciding: (stay: Stay) => S[] | null;
}

/** Lays out a group's places with those who stay there. */
export function occupy<S extends Stay>(open: OpenPlaces, stays: Iterable<S>): Occupied<S> {
  const { count, changes } = shapeOf(open);
  const there: S[][] = count.map(() => []);
  /** How many go on from the slot before into each. */
  const goingOn = count.map(() => 0);
  const standing = new Set<Stay>();
  const note = (stay: S, one: 1 | -1) => {
    for (let slot = stay.from + 1; slot < stay.to; slot += 1) {
      goingOn[slot] = (goingOn[slot] ?? 0) + one;
    }
    if (stay.place === undefined) return;
    if (one === 1) standing.add(stay);
    else standing.delete(stay);
  };
  const row: Occupied<S> = {
    open,
    add(stay) {
      for (let slot = stay.from; slot < stay.to; slot += 1) there[slot]?.push(stay);
      note(stay, 1);
    },
    remove(stay) {
      for (let slot = stay.from; slot < stay.to; slot += 1) {
        const at = there[slot]?.indexOf(stay) ?? -1;
        if (at >= 0) there[slot]?.splice(at, 1);
      }
      note(stay, -1);
    },
    freeFor({ from, to }) {
      let least = Infinity;
      for (let slot = from; slot < to; slot += 1) {
        least = Math.min(least, (count[slot] ?? 0) - (there[slot]?.length ?? 0));
      }
      return least;
    },
    meeting({ from, to }) {
      const met = new Set<S>();
      for (let slot = from; slot < to; slot += 1) for (const one of there[slot] ?? []) met.add(one);
      return [...met];
    },
    deciding(stay) {
      const cars = stay.place === undefined ? [...standing] : [...standing, stay];
      const range = decidedIn({ changes, goingOn, begins: cars.map(({ from }) => from) }, stay);
      if (!range) return null;
      // At a single change those matter that stay beyond it.
      const { from, to } = range;
      return row.meeting({ from, to: Math.max(to, from + 1) }).filter((one) => one.from < to);
    },
  };
  for (const stay of stays) row.add(stay);
  return row;
}

interface Passing {
  readonly changes: readonly number[];
  readonly goingOn: readonly number[];
  /** The slots from which on those have a place who stand there already. */
  readonly begins: readonly number[];
}

/**
 * In which slots it is decided whether one more finds a place beside those with which it shares slots, one through the
 * other; null where counting decides. Only those between the first and the last time at which other places open or
 * close: before and after, whoever has a place by count finds one, whoever stands where. But a car that came early
 * stands already where it is to have a place later: until then it matters who else is there.
 */
function decidedIn({ changes, goingOn, begins }: Passing, stay: Stay): Stay | null {
  const [earliest, latest] = [changes[0], changes.at(-1)];
  if (earliest === undefined || latest === undefined || stay.from >= stay.to) return null;
  // Cars stand already at the beginning, so that it may matter from there on; else nothing does before any change.
  const hasStanding = begins.length > 0;
  const start = hasStanding ? 0 : earliest - 1;
  const end = Math.max(latest, ...begins);
  let [first, last] = [stay.from, stay.to];
  while (first > start && (goingOn[first] ?? 0) > 0) first -= 1;
  while (last <= end && (goingOn[last] ?? 0) > 0) last += 1;
  const change = changes.find((slot) => slot > first && slot < last);
  if (change === undefined) return null;
  const changed = changes.findLast((slot) => slot < last) ?? change;
  const to = Math.max(changed, ...begins.filter((slot) => slot < last).map((slot) => slot + 1));
  // From where cars stand already on it matters where the others go.
  const from = hasStanding ? first : change;
  return stay.to <= from || stay.from >= to ? null : { from, to };
}

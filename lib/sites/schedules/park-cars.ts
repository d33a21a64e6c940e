/** A car that stays at one place in the slots `[from, to)`, by their positions. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  /** The place, by its position, where it charges already. */
  readonly place?: number | undefined;
}

/** In which slots each of the group's places can be used: places × slots. */
export type OpenPlaces = readonly (readonly boolean[])[];

/** Ways that are tried at most; beyond, nobody knows. */
const mostTries = 20_000;

/**
 * Whether all stays have a place each for all their slots, of places that are alike but not always open. Where the
 * same places are open throughout, counting is enough; this is for where they change, and two stays may each have a
 * place in every slot and yet not one of their own from the first to the last. Where too many ways would have to be
 * tried, null.
 */
export function tryParking(places: OpenPlaces, stays: readonly Stay[]): boolean | null {
  // Who is there in no slot needs no place. Those that stand already began before all others.
  const inOrder = stays
    .filter(({ from, to }) => from < to)
    .toSorted(
      (one, other) =>
        Number(one.place === undefined) - Number(other.place === undefined) ||
        one.from - other.from ||
        other.to - one.to,
    );
  const closes = places.map(closings);
  const kinds = places.map((open) => open.map(Number).join(""));
  /** Until when each place is taken by those that are settled. */
  const until = places.map(() => 0);
  const failed = new Set<string>();
  let tries = 0;
  const settle = (at: number): boolean => {
    const stay = inOrder[at];
    if (!stay) return true;
    // All that still counts of who came before is until when they stay at which kind of place.
    const state = `${at} ${kinds
      .map((kind, place) => `${kind}:${Math.max(until[place] ?? 0, stay.from)}`)
      .toSorted()
      .join()}`;
    if (failed.has(state) || (tries += 1) > mostTries) return false;
    const free = places
      .keys()
      .filter(
        (place) =>
          (stay.place ?? place) === place &&
          (until[place] ?? 0) <= stay.from &&
          (closes[place]?.[stay.from] ?? 0) >= stay.to,
      )
      .toArray()
      // What closes first after it is of least use to others.
      .toSorted(
        (one, other) => (closes[one]?.[stay.from] ?? 0) - (closes[other]?.[stay.from] ?? 0),
      );
    const tried = new Set<string>();
    for (const place of free) {
      const kind = kinds[place] ?? "";
      // They are free alike from here on.
      if (tried.has(kind)) continue;
      tried.add(kind);
      const before = until[place] ?? 0;
      until[place] = stay.to;
      if (settle(at + 1)) return true;
      until[place] = before;
    }
    failed.add(state);
    return false;
  };
  const parked = settle(0);
  return parked || tries <= mostTries ? parked : null;
}

/** The same; what nobody knows counts as no. */
export const canPark = (places: OpenPlaces, stays: readonly Stay[]): boolean =>
  tryParking(places, stays) === true;

/** Whether a place can be used in all slots of the stay. */
export function isOpenFor(open: readonly boolean[], { from, to }: Stay): boolean {
  for (let slot = from; slot < to; slot += 1) if (!open[slot]) return false;
  return true;
}

/** For each slot, the position at which a place that is open then closes; the slot itself where it is closed. */
function closings(open: readonly boolean[]): number[] {
  const closes = open.map((_, slot) => slot);
  for (let slot = open.length - 1; slot >= 0; slot -= 1) {
    if (open[slot]) closes[slot] = open[slot + 1] ? (closes[slot + 1] ?? slot + 1) : slot + 1;
  }
  return closes;
}

/** The stays that decide, with another one, who has a place; and whether they have more cars than places anywhere. */
export interface Deciding {
  readonly stays: readonly Stay[];
  readonly isCrowded: boolean;
}

/**
 * Which stays decide whether one more finds a place beside those with which it shares slots, one through the other;
 * null where counting does. Only those count that lie between the first and the last time at which other places open
 * or close: before and after, whoever has a place by count finds one, whoever stands where.
 */
export function whoDecides(open: OpenPlaces, stays: readonly Stay[], stay: Stay): Deciding | null {
  const length = open[0]?.length ?? 0;
  const [present, crossing] = [sums(length), sums(length)];
  for (const { from, to } of [...stays, stay]) {
    if (from >= to) continue;
    present.add(from, to);
    crossing.add(from + 1, to);
  }
  const cars = present.total();
  const goingOn = crossing.total();
  let [first, last] = [stay.from, stay.to];
  while (first > 0 && (goingOn[first] ?? 0) > 0) first -= 1;
  while (last < length && (goingOn[last] ?? 0) > 0) last += 1;
  const changes: number[] = [];
  for (let slot = first + 1; slot < last; slot += 1) {
    if (open.some((place) => place[slot] !== place[slot - 1])) changes.push(slot);
  }
  const isPinned = [...stays, stay].some(
    ({ place, from, to }) => place !== undefined && from < last && to > first,
  );
  const [change] = changes;
  if (change === undefined) return null;
  // From where cars stand already on it matters where the others go.
  const from = isPinned ? first : change;
  const to = changes.at(-1) ?? change;
  if (stay.to <= from || stay.from >= to) return null;
  const isIn = (slot: number) => stay.from <= slot && stay.to > slot;
  const isCrowded = cars.some((count, slot) => {
    if (slot < first || slot >= last) return false;
    return count - Number(isIn(slot)) > open.filter((place) => place[slot]).length;
  });
  return { stays: stays.filter((one) => one.to > from && one.from < to), isCrowded };
}

/** Numbers of slots, of which whole ranges are counted up. */
function sums(length: number) {
  const steps = Array.from({ length: length + 1 }, () => 0);
  return {
    add(from: number, to: number) {
      steps[from] = (steps[from] ?? 0) + 1;
      steps[to] = (steps[to] ?? 0) - 1;
    },
    total() {
      let sum = 0;
      return steps.slice(0, length).map((step) => (sum += step));
    },
  };
}

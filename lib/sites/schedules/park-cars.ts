/** A car that stays at one place in the slots `[from, to)`, by their positions. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  /** The place, by its position, where it charges already. */
  readonly place?: number | undefined;
}

/** In which slots each of the group's places can be used: places × slots. */
export type OpenPlaces = readonly (readonly boolean[])[];

/** Ways that are tried at most; beyond, what is not found in them counts as none. */
const mostTries = 20_000;

/**
 * Whether all stays have a place each for all their slots, of places that are alike but not always open. Where the
 * same places are open throughout, counting is enough; this is for where they change, and two stays may each have a
 * place in every slot and yet not one of their own from the first to the last.
 */
export function canPark(places: OpenPlaces, stays: readonly Stay[]): boolean {
  const inOrder = stays
    // Who is there in no slot needs no place.
    .filter(({ from, to }) => from < to)
    .toSorted(
      (one, other) =>
        Number(one.place === undefined) - Number(other.place === undefined) ||
        one.from - other.from ||
        other.to - one.to,
    );
  const busy: Stay[][] = places.map(() => []);
  let tries = 0;
  const settle = (at: number): boolean => {
    const stay = inOrder[at];
    if (!stay) return true;
    if ((tries += 1) > mostTries) return false;
    const tried = new Set<string>();
    for (const [place, open] of places.entries()) {
      const own = busy[place];
      if (!own || (stay.place !== undefined && stay.place !== place)) continue;
      if (!isFree(open, own, stay)) continue;
      // A place that is open and taken as another that was tried is tried for nothing.
      const same = `${open.map(Number).join("")} ${own.map(({ from, to }) => `${from}-${to}`).join()}`;
      if (tried.has(same)) continue;
      tried.add(same);
      own.push(stay);
      if (settle(at + 1)) return true;
      own.pop();
    }
    return false;
  };
  return settle(0);
}

function isFree(open: readonly boolean[], own: readonly Stay[], stay: Stay): boolean {
  const { from, to } = stay;
  return isOpenFor(open, stay) && own.every((other) => other.to <= from || other.from >= to);
}

/** Whether a place can be used in all slots of the stay. */
export function isOpenFor(open: readonly boolean[], { from, to }: Stay): boolean {
  for (let slot = from; slot < to; slot += 1) if (!open[slot]) return false;
  return true;
}

/**
 * The stays that meet one another in the slots `[from, to)`, one through the other: what is decided together. With
 * `steps` only those that are at most so many stays away.
 */
export function meeting<S extends Stay>(
  stays: readonly S[],
  { from, to }: Stay,
  steps = Infinity,
): S[] {
  let [first, last] = [from, to];
  let found: S[] = [];
  for (let step = 0; step < steps; step += 1) {
    const now = stays.filter((stay) => stay.from < last && stay.to > first);
    if (now.length === found.length) return found;
    found = now;
    first = Math.min(first, ...now.map((stay) => stay.from));
    last = Math.max(last, ...now.map((stay) => stay.to));
  }
  return found;
}

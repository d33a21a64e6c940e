import type { Range } from "./rules";

/** A claim as it counts: in which group, and when. */
export interface GroupRange extends Range {
  readonly group: number;
}

/** How many of the claims hold a place of the group in `[start, end)`, in milliseconds. */
export type CountClaims = (group: number, start: number, end: number) => number;

/**
 * Counts claims for slot after slot without looking at each: of those that begin before a slot ends, those are in it
 * that have not ended before it begins. Pure.
 */
export function countClaims(claims: readonly GroupRange[]): CountClaims {
  const groups = new Map(
    [...Map.groupBy(claims, ({ group }) => group)].map(([group, own]) => [
      group,
      {
        starts: Float64Array.from(own, ({ startsAt }) => startsAt.getTime()).toSorted(),
        ends: Float64Array.from(own, ({ endsAt }) => endsAt.getTime()).toSorted(),
      },
    ]),
  );
  return (group, start, end) => {
    const own = groups.get(group);
    return own ? countBelow(own.starts, end) - countBelow(own.ends, start + 1) : 0;
  };
}

/** How many of the numbers, in order, are less than the limit. */
function countBelow(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Box } from "../merge-cells";

/** How many stations there are, and the edges of them all; null where there are none. */
export interface Edges {
  readonly count: number;
  readonly west: number | null;
  readonly east: number | null;
  readonly south: number | null;
  readonly north: number | null;
  /** Longitudes counted from Greenwich to the east alone, so that those around the date line lie together. */
  readonly firstEastward: number | null;
  readonly lastEastward: number | null;
}

export const nowhere: Edges = {
  count: 0,
  west: null,
  east: null,
  south: null,
  north: null,
  firstEastward: null,
  lastEastward: null,
};

/**
 * How much narrower, in degrees, the way eastward must be: all that lies west of Greenwich is as wide both ways, but for
 * what adding 360 rounds away.
 */
const narrower = 1e-6;

const wrapped = (longitude: number) => (longitude > 180 ? longitude - 360 : longitude);

/** The narrower of two ways around the world that hold all; null for nothing. */
export function extentOf({
  west,
  east,
  south,
  north,
  firstEastward: first,
  lastEastward: last,
}: Edges): Box | null {
  if (west === null || south === null || east === null || north === null) return null;
  if (first === null || last === null || last - first > east - west - narrower) {
    return [west, south, east, north];
  }
  return [wrapped(first), south, wrapped(last), north];
}

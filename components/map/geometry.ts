/** A place on earth, WGS84 degrees. */
export interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** Where map pictures come from. */
export interface TileSource {
  /** Address with `{z}`, `{x}`, `{y}`; empty for none. */
  readonly url: string;
  /** Plain text or a link, as the pictures' licence asks. */
  readonly attribution: string;
}

/** West, south, east, north in degrees. Across the date line west is greater than east, or east beyond 180. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** So many degrees to each side of a place. */
export const boundsAround = ({ lat, lng }: Place, by: number): Bounds => [
  lng - by,
  lat - by,
  lng + by,
  lat + by,
];

/** The longitude as addresses have it, from -180 up to 180. */
const wrapped = (lng: number) => ((((lng + 180) % 360) + 360) % 360) - 180;

/** The same place's longitude on that copy of the world which lies nearest to `middle`. */
export const nearestCopy = (lng: number, middle: number) =>
  lng + 360 * Math.round((middle - lng) / 360);

/** The same bounds with an east that is never less than the west, as a map draws them. */
export const unrolled = ([west, south, east, north]: Bounds): Bounds => [
  west,
  south,
  west > east ? east + 360 : east,
  north,
];

/** Bounds of a map, which may show the world more than once, as the API takes them: `west,south,east,north`. */
export function boundsText(bounds: Bounds): string {
  const [west, south, east, north] = unrolled(bounds);
  const sides = east - west >= 360 ? [-180, 180] : [wrapped(west), wrapped(east)];
  return [sides[0], Math.max(south, -90), sides[1], Math.min(north, 90)]
    .map((degrees = 0) => degrees.toFixed(4))
    .join(",");
}

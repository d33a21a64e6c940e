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

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

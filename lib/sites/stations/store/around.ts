import { sql, type SQL } from "drizzle-orm";

import { stations } from "@/db/schema/stations";

/** A position in WGS84 degrees. */
interface Place {
  readonly lat: number;
  readonly lng: number;
}

const earth = sql`station_point(${stations.latitude}::float8, ${stations.longitude}::float8)`;
const here = ({ lat, lng }: Place) => sql`station_point(${lat}::float8, ${lng}::float8)`;

/** How far a query's station is from the place, in metres. */
export const metresTo = (place: Place): SQL<number> =>
  sql<number>`earth_distance(${here(place)}, ${earth})`;

/** Nearest first, as the index of positions finds them: by the chord, which is as long for all that are as far. */
export const byNearness = (place: Place): SQL => sql`${earth} <-> ${here(place)}`;

/** Whether it lies in the box around that circle, which an index of positions answers: the nearest in it are the circle's. */
export const isInBox = (place: Place, radiusM: number): SQL =>
  sql`earth_box(${here(place)}, ${radiusM}) @> ${earth}`;

/** Whether it lies within so many metres of it; the circle is an index scan by its box. */
export const isAround = (place: Place, radiusM: number): SQL =>
  sql`(${isInBox(place, radiusM)} and ${metresTo(place)} <= ${radiusM})`;

import { and, or, type SQL, sql } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

import { type Box, cellAt } from "../merge-cells";
import type { CurrentType, MapPlace } from "../schema";
import type { FreeTime } from "../rules";
import { viewFree } from "../view";
import { type Edges, nowhere } from "./extent";
import { freeTime } from "./free-time";
import { conditions, isTaking, outerId, type StationFilter } from "./search";

/** What a map finds: the filter's, within its box. */
export function placesWhere(filter: StationFilter, bbox?: Box): SQL | undefined {
  return and(conditions(filter), bbox && within(bbox));
}

/** Found by the index of points, which knows no date line. */
function within([west, south, east, north]: Box): SQL | undefined {
  const point = sql`point(${stations.longitude}::float8, ${stations.latitude}::float8)`;
  const box = (from: number, to: number) =>
    sql`${point} <@ box(point(${from}::float8, ${south}::float8), point(${to}::float8, ${north}::float8))`;
  return west <= east ? box(west, east) : or(box(west, 180), box(-180, east));
}

const eastward = sql`case when ${stations.longitude} < 0 then ${stations.longitude} + 360 else ${stations.longitude} end`;

/** How many there are, and the edges of them all. */
export async function countPlaces(ctx: Context, where: SQL | undefined): Promise<Edges> {
  const [found] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      west: sql<number | null>`min(${stations.longitude})::float8`,
      east: sql<number | null>`max(${stations.longitude})::float8`,
      south: sql<number | null>`min(${stations.latitude})::float8`,
      north: sql<number | null>`max(${stations.latitude})::float8`,
      firstEastward: sql<number | null>`min(${eastward})::float8`,
      lastEastward: sql<number | null>`max(${eastward})::float8`,
    })
    .from(stations)
    .where(where);
  return found ?? nowhere;
}

/** Each station where it stands. */
export async function findExact(
  ctx: Context,
  filter: StationFilter,
  where: SQL | undefined,
): Promise<MapPlace[]> {
  const rows = await ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      type: stations.type,
      timeZone: stations.timeZone,
      lat: stations.latitude,
      lng: stations.longitude,
      bookable: isTaking,
      free: freeOf(filter),
    })
    .from(stations)
    .where(where);
  return rows.map(({ id, name, type, timeZone, free, ...place }) => ({
    ...place,
    count: 1,
    station: { id, name, type, timeZone, free: viewFree(free) },
  }));
}

/** Those that take no bookings have no times that one would look through. */
const freeOf = (filter: StationFilter) =>
  sql<FreeTime | null>`case when ${isTaking} then ${freeTime(outerId, filter, filter.week)} end`;

/** What stands in each cell of the zoom; a station by itself where it is alone. */
export async function findCells(ctx: Context, where: SQL | undefined, zoom: number) {
  const cell = sql`${cellAt(zoom)}::float8`;
  const rows = await ctx.db
    .select({
      x: sql<number>`floor(${stations.longitude} / ${cell})::int`,
      y: sql<number>`floor(${stations.latitude} / ${cell})::int`,
      lat: sql<number>`avg(${stations.latitude})::float8`,
      lng: sql<number>`avg(${stations.longitude})::float8`,
      count: sql<number>`count(*)::int`,
      bookable: sql<boolean>`bool_or(${isTaking})`,
      id: sql<string>`min(${stations.id}::text)`,
      name: sql<string>`min(${stations.name})`,
      type: sql<CurrentType>`min(${stations.type})`,
      timeZone: sql<string>`min(${stations.timeZone})`,
    })
    .from(stations)
    .where(where)
    .groupBy(sql`1, 2`);
  return rows.map(({ id, name, type, timeZone, ...place }) => ({
    ...place,
    station: place.count === 1 ? { id, name, type, timeZone, free: null } : null,
  }));
}

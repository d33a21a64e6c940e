import { and, type SQL, sql } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

import type { MapPlaces, CurrentType } from "../schema";
import type { FreeTime } from "../rules";
import { viewFree } from "../view";
import { freeTime } from "./free-time";
import { conditions, isTaking, outerId, type StationFilter } from "./search";

/** Up to so many places, each station is told apart. */
const mostExact = 1_500;

/**
 * The places within `bbox` (west, south, east, north; across the date line west is greater than east): each station
 * where they are few, else grouped in cells of an eighth of a map tile at the zoom. Their extent is told likewise.
 */
export async function findPlaces(
  ctx: Context,
  filter: StationFilter,
  view: { zoom: number; bbox?: readonly [number, number, number, number] },
): Promise<MapPlaces> {
  const where = and(conditions(filter), view.bbox && within(view.bbox));
  const cell = 360 / 2 ** view.zoom / 8;
  const [extent] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      ...edges,
    })
    .from(stations)
    .where(where);
  const exact = (extent?.count ?? 0) <= mostExact;
  const places = exact ? await exactPlaces(ctx, filter, where) : await cells(ctx, where, cell);
  return { places, extent: extent ? extentOf(extent) : null };
}

type Box = readonly [west: number, south: number, east: number, north: number];

function within([west, south, east, north]: Box): SQL {
  const { latitude, longitude } = stations;
  const between =
    west <= east
      ? sql`${longitude} between ${west} and ${east}`
      : sql`(${longitude} >= ${west} or ${longitude} <= ${east})`;
  return sql`${between} and ${latitude} between ${south} and ${north}`;
}

/** Longitudes counted from Greenwich to the east alone, so that those around the date line lie together. */
const eastward = sql`case when ${stations.longitude} < 0 then ${stations.longitude} + 360 else ${stations.longitude} end`;

const edges = {
  west: sql<number | null>`min(${stations.longitude})::float8`,
  east: sql<number | null>`max(${stations.longitude})::float8`,
  south: sql<number | null>`min(${stations.latitude})::float8`,
  north: sql<number | null>`max(${stations.latitude})::float8`,
  firstEastward: sql<number | null>`min(${eastward})::float8`,
  lastEastward: sql<number | null>`max(${eastward})::float8`,
};

/** The narrower of two ways around the world that hold all; null for nothing. */
function extentOf(found: { readonly [E in keyof typeof edges]: number | null }) {
  const { west, south, east, north, firstEastward: first, lastEastward: last } = found;
  if (west === null || south === null || east === null || north === null) return null;
  if (first === null || last === null || last - first >= east - west) {
    return [west, south, east, north] as MapPlaces["extent"];
  }
  return [first, south, last > 180 ? last - 360 : last, north] as MapPlaces["extent"];
}

type Where = ReturnType<typeof and>;

async function exactPlaces(
  ctx: Context,
  filter: StationFilter,
  where: Where,
): Promise<MapPlaces["places"]> {
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

async function cells(ctx: Context, where: Where, cell: number): Promise<MapPlaces["places"]> {
  const rows = await ctx.db
    .select({
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
    .groupBy(
      sql`floor(${stations.longitude} / ${cell}::float8), floor(${stations.latitude} / ${cell}::float8)`,
    );
  return rows.map(({ id, name, type, timeZone, ...place }) => ({
    ...place,
    station: place.count === 1 ? { id, name, type, timeZone, free: null } : null,
  }));
}

import { and, sql } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

import type { MapPlaces, CurrentType } from "../schema";
import { conditions, type StationFilter } from "./search";

/** Up to so many places, each station is told apart. */
const mostExact = 1_500;

/**
 * The places within `bbox` (west, south, east, north): each station where they are few, else grouped in cells of
 * an eighth of a map tile at the zoom.
 */
export async function findPlaces(
  ctx: Context,
  filter: StationFilter,
  view: { zoom: number; bbox?: readonly [number, number, number, number] },
): Promise<MapPlaces> {
  const [west, south, east, north] = view.bbox ?? [-180, -90, 180, 90];
  const where = and(
    conditions(filter),
    view.bbox
      ? sql`${stations.longitude} between ${west} and ${east} and ${stations.latitude} between ${south} and ${north}`
      : undefined,
  );
  const cell = 360 / 2 ** view.zoom / 8;
  const [extent] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      box: sql<
        [number, number, number, number] | null
      >`case when count(*) > 0 then json_build_array(min(${stations.longitude}), min(${stations.latitude}), max(${stations.longitude}), max(${stations.latitude})) end`,
    })
    .from(stations)
    .where(where);
  const exact = (extent?.count ?? 0) <= mostExact;
  const places = exact ? await exactPlaces(ctx, where) : await cells(ctx, where, cell);
  return { places, extent: extent?.box ?? null };
}

type Where = ReturnType<typeof and>;

async function exactPlaces(ctx: Context, where: Where): Promise<MapPlaces["places"]> {
  const rows = await ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      type: stations.type,
      lat: stations.latitude,
      lng: stations.longitude,
      bookable: sql<boolean>`${stations.businessId} is not null`,
    })
    .from(stations)
    .where(where);
  return rows.map(({ id, name, type, ...place }) => ({
    ...place,
    count: 1,
    station: { id, name, type },
  }));
}

async function cells(ctx: Context, where: Where, cell: number): Promise<MapPlaces["places"]> {
  const rows = await ctx.db
    .select({
      lat: sql<number>`avg(${stations.latitude})::float8`,
      lng: sql<number>`avg(${stations.longitude})::float8`,
      count: sql<number>`count(*)::int`,
      bookable: sql<boolean>`bool_or(${stations.businessId} is not null)`,
      id: sql<string>`min(${stations.id}::text)`,
      name: sql<string>`min(${stations.name})`,
      type: sql<CurrentType>`min(${stations.type})`,
    })
    .from(stations)
    .where(where)
    .groupBy(
      sql`floor(${stations.longitude} / ${cell}::float8), floor(${stations.latitude} / ${cell}::float8)`,
    );
  return rows.map(({ id, name, type, ...place }) => ({
    ...place,
    station: place.count === 1 ? { id, name, type } : null,
  }));
}

import type { SQL } from "drizzle-orm";

import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import type { Page, PageQuery } from "@/lib/core/pages";
import { asHolder, openTo, scopeOf } from "@/lib/core/permissions";

import type { ReadMapPlaces, SearchStations, StationListItem } from "./schema";
import { findStations } from "./store/listed";
import { outerId, type StationFilter } from "./store/search";
import { findConnectorsOf, findWeeks } from "./store/stations";
import { viewConnector, viewFound } from "./view";

/** Kilometres around a position where no radius is given. */
const defaultRadiusKm = 25;

/**
 * Stations by place, kind, text and free time, each with what is left on the next 7 days of its own calendar, in
 * one query. For everybody: listed stations that no business runs are found too, Inactive ones only by `mine` or, for
 * a SystemAdmin, by `all`. Throws `auth.required` or `request.forbidden` where the caller may not ask so, and
 * `vehicle.not_found` where the car is not theirs.
 */
export async function searchStations(
  ctx: Context,
  asked: SearchStations & PageQuery,
): Promise<Page<StationListItem>> {
  openTo(ctx, "station.read");
  const { mine, all, status, businessId } = asked;
  const managed = mine || all ? scopeOf(ctx, "schedule.read") : undefined;
  if (all && managed?.reach !== "any") throw fail("request.forbidden");
  const filter = { ...(await filterOf(ctx, asked)), status, businessId, managed, all };
  const { items, total } = await findStations(ctx, filter, asked);
  const more = await findIncluded(ctx, items, asked.include ?? []);
  return { items: items.map((found) => ({ ...viewFound(found), ...more(found) })), total };
}

type Included = NonNullable<SearchStations["include"]>;

/** What is asked for besides, of each of the stations. */
async function findIncluded(
  ctx: Context,
  found: readonly { readonly id: string }[],
  include: Included,
): Promise<(of: { id: string }) => Pick<StationListItem, "connectorList" | "hours">> {
  const asks = (part: Included[number]) => found.length > 0 && include.includes(part);
  const ids = found.map(({ id }) => id);
  const [rows, weeks] = await Promise.all([
    asks("connectors") ? findConnectorsOf(ctx, ids) : [],
    asks("hours") ? findWeeks(ctx, ids) : undefined,
  ]);
  const byStation = Map.groupBy(rows, ({ stationId }) => stationId);
  return ({ id }) => ({
    ...(asks("connectors") && { connectorList: (byStation.get(id) ?? []).map(viewConnector) }),
    ...(weeks && { hours: weeks.get(id) ?? null }),
  });
}

type Asked = Omit<ReadMapPlaces, "zoom" | "bbox">;

/** The filter that lists and maps share. Throws `auth.required` or `vehicle.not_found` where it asks for one's own. */
export async function filterOf(ctx: Context, asked: Asked): Promise<StationFilter> {
  const { near, radius, availableFrom: from, availableTo: to, minPowerKw, search } = asked;
  const now = ctx.clock.now();
  return {
    near,
    radiusM: near ? (radius ?? defaultRadiusKm) * 1000 : undefined,
    type: asked.type,
    search: search || undefined,
    free: from && to ? { from, to } : undefined,
    plugs: await plugsOf(ctx, asked),
    minPowerW: minPowerKw === undefined ? undefined : Math.round(minPowerKw * 1_000),
    maxPricePerKwh: asked.maxPricePerKwh,
    amenities: asked.amenities,
    open: asked.openNow ? await ctx.ports.openNow(ctx) : undefined,
    bookable: asked.bookable,
    marked: asked.favourite ? favouritesOf(ctx) : undefined,
    week: { from: now, to: new Date(now.getTime() + 7 * dayMs) },
  };
}

function favouritesOf(ctx: Context): SQL {
  const { actor } = asHolder(ctx, "favourite.manage");
  return ctx.ports.isFavourite(actor.userId, outerId);
}

/** The plugs one of which a place must have: those that are asked for, those of the caller's car, or what both have. */
async function plugsOf(
  ctx: Context,
  { standard, vehicleId }: Pick<Asked, "standard" | "vehicleId">,
): Promise<readonly string[] | undefined> {
  if (vehicleId === undefined) return standard;
  const own = await ctx.ports.plugsOfVehicle(ctx, vehicleId);
  // Where nobody said what fits the car, it rules nothing out.
  if (own.length === 0) return standard;
  return standard?.filter((plug) => own.includes(plug)) ?? own;
}

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Page, PageQuery } from "@/lib/core/pages";
import { openTo, scopeOf } from "@/lib/core/permissions";

import type { SearchStations, StationListItem } from "./schema";
import { findStations, type StationFilter } from "./store/search";
import { findConnectorsOf, findWeeks } from "./store/stations";
import { viewConnector, viewFound } from "./view";

/** Kilometres around a position where no radius is given. */
const defaultRadiusKm = 25;

/**
 * Stations by place, kind, text and free time, each with what is left on the next 7 days of its own calendar, in
 * one query. For everybody: listed stations that no business runs are found too, Inactive ones only by `mine` or, for
 * a SystemAdmin, by `all`. Throws `auth.required` or `request.forbidden` where the caller may not ask so.
 */
export async function searchStations(
  ctx: Context,
  asked: SearchStations & PageQuery,
): Promise<Page<StationListItem>> {
  openTo(ctx, "station.read");
  const { mine, all, status, businessId } = asked;
  const managed = mine || all ? scopeOf(ctx, "schedule.read") : undefined;
  if (all && managed?.reach !== "any") throw fail("request.forbidden");
  const filter = { ...filterOf(asked), status, businessId, managed, all };
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

/** The filter that lists and maps share. */
export function filterOf(
  asked: Pick<
    SearchStations,
    | "near"
    | "radius"
    | "type"
    | "search"
    | "availableFrom"
    | "availableTo"
    | "standard"
    | "minPowerKw"
  >,
): StationFilter {
  const { near, radius, type, search, availableFrom: from, availableTo: to } = asked;
  const { standard, minPowerKw } = asked;
  return {
    near,
    radiusM: near ? (radius ?? defaultRadiusKm) * 1000 : undefined,
    type,
    search: search || undefined,
    free: from && to ? { from, to } : undefined,
    plugs: standard,
    minPowerW: minPowerKw === undefined ? undefined : Math.round(minPowerKw * 1_000),
  };
}

import { asc, desc, type SQL, sql } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { mostCounted, type Page, type PageQuery, pageOffset } from "@/lib/core/pages";
import { tariffInForce } from "@/lib/money/tariffs/inside";

import type { FoundStation } from "../rules";
import { byNearness, metresTo } from "./around";
import { findAvailability } from "./availability";
import { freeTime } from "./free-time";
import { firstImage } from "./images";
import {
  conditions,
  isListed,
  isOfIndex,
  isPublic,
  isTaking,
  outerId,
  plug,
  type StationFilter,
} from "./search";
import { stationColumns } from "./stations";
import { type PlaceAsked, powerOf, suits } from "./suits";

const orders = {
  name: [asc(stations.name)],
  "-name": [desc(stations.name)],
  createdAt: [asc(stations.createdAt)],
  "-createdAt": [desc(stations.createdAt)],
} as const;
type Sort = keyof typeof orders | "bookable" | "-bookable";

/** Without a word for it nearest first around a position, else those that a business runs first, by name. */
function orderOf(filter: StationFilter, sort?: Sort): readonly SQL[] {
  const { near } = filter;
  const by = near ? byNearness(near) : asc(stations.name);
  if (sort === undefined) return near ? [by] : [isListed, by];
  if (sort !== "bookable" && sort !== "-bookable") return orders[sort];
  const others = isPublic(filter) ? isListed : sql`not ${isTaking}`;
  return [sort === "bookable" ? asc(others) : desc(others), by];
}

/** Which stations stand on a page, in order, and where their calendars are. */
type Listed = Pick<FoundStation, "id" | "timeZone">;

/**
 * One page of what is found. First which stations stand on it, so that all the rest is read of those alone; counted no
 * further than anybody is told (`mostCounted`).
 */
export async function findStations(
  ctx: Context,
  filter: StationFilter,
  page: PageQuery & { readonly sort?: Sort },
): Promise<Page<FoundStation>> {
  const where = conditions(filter);
  const offset = pageOffset(page);
  // One more than the page holds says whether there are more.
  const found = await ctx.db
    .select({ id: stations.id, timeZone: stations.timeZone })
    .from(stations)
    .where(where)
    .orderBy(...orderOf(filter, page.sort), stations.id)
    .limit(page.limit + 1)
    .offset(offset);
  const listed = found.slice(0, page.limit);
  const isLast = found.length <= page.limit && (found.length > 0 || offset === 0);
  const [items, total] = await Promise.all([
    describe(ctx, filter, listed),
    isLast ? offset + found.length : countMatches(ctx, filter, where),
  ]);
  // Counting ends at a number that a later page may have passed.
  return { items, total: found.length === 0 ? total : Math.max(total, offset + found.length) };
}

/**
 * How many match, counted to one more than anybody is told. Where the index of public lists has all that is
 * asked, in its order: PostgreSQL would else begin in a large table where whoever read it last has stopped, and find
 * little of that in its memory.
 */
async function countMatches(
  ctx: Context,
  filter: StationFilter,
  where: SQL | undefined,
): Promise<number> {
  const some = ctx.db
    .select({ one: sql`1`.as("one") })
    .from(stations)
    .where(where)
    .orderBy(...(isOfIndex(filter) ? [isListed, stations.name, stations.id] : []))
    .limit(mostCounted + 1)
    .as("some");
  const [counted] = await ctx.db.select({ total: sql<number>`count(*)::int` }).from(some);
  return counted?.total ?? 0;
}

/** Of a station's connectors, whether out of order or not, all or those that suit, one figure. */
const ofConnectors = <T>(figure: SQL, need: PlaceAsked = {}): SQL<T> => sql<T>`(
  select ${figure} from ${connectors} plug
  where plug.station_id = ${outerId} and plug.status <> 'Inactive' and ${suits(need, plug)}
)`;

/** All that a list says of these stations, in their order. */
async function describe(
  ctx: Context,
  filter: StationFilter,
  listed: readonly Listed[],
): Promise<FoundStation[]> {
  if (listed.length === 0) return [];
  const ids = `{${listed.map(({ id }) => id).join(",")}}`;
  const [rows, days] = await Promise.all([
    ctx.db
      .select({
        ...stationColumns,
        connectors: ofConnectors<number>(sql`count(*)::int`),
        suiting: ofConnectors<number>(sql`count(*)::int`, filter),
        maxPowerW: ofConnectors<number | null>(sql`max(${powerOf(filter, plug)})`, filter),
        tariff: tariffInForce(outerId),
        free: freeTime(outerId, filter, filter.week),
        imageId: firstImage(outerId),
        distanceM: filter.near
          ? sql<number | null>`${metresTo(filter.near)}`
          : sql<number | null>`null`,
      })
      .from(stations)
      .where(sql`${stations.id} = any(${ids}::uuid[])`),
    findAvailability(ctx, listed, filter),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return listed.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [{ ...row, availability: days.get(id) ?? [] }] : [];
  });
}

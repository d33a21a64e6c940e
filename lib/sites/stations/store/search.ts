import { and, asc, desc, eq, ne, or, sql, type SQL } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { holdingPlain } from "@/lib/core/found-by";
import type { Page, PageQuery } from "@/lib/core/pages";
import { pageOffset } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import { tariffInForce } from "@/lib/money/tariffs/inside";

import type { FoundStation } from "../rules";
import { findAvailability } from "./availability";
import { asksPlace, isOfSuiting, type PlaceAsked, powerOf, suits } from "./suits";
import { isAround, metresTo } from "./around";
import { stationColumns, within } from "./stations";
import type { CurrentType, StationStatus } from "../schema";

/** What a search asks for; distances in metres. */
export interface StationFilter {
  readonly near?: { readonly lat: number; readonly lng: number };
  readonly radiusM?: number;
  readonly type?: CurrentType;
  readonly search?: string;
  readonly free?: { readonly from: Date; readonly to: Date };
  /** Plugs one of which the car needs, and the least power. */
  readonly plugs?: readonly string[];
  readonly minPowerW?: number;
  readonly status?: StationStatus;
  readonly businessId?: string;
  /** The stations that the caller manages, Inactive ones too. */
  readonly managed?: Scope;
  /** Every station there is; without it and `managed` those that the public sees. */
  readonly all?: boolean;
}

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outerId = sql.raw('"stations"."id"');
/** The conditions of a search, for lists and maps alike; the circle is an index scan by its box. */
export function conditions(filter: StationFilter): SQL | undefined {
  const { near, radiusM, free, search } = filter;
  return and(
    near && radiusM ? isAround(near, radiusM) : undefined,
    filter.type ? eq(stations.type, filter.type) : undefined,
    search
      ? or(holdingPlain(stations.name, search), holdingPlain(stations.address, search))
      : undefined,
    asksPlace(filter) ? hasPlace(filter) : undefined,
    free ? isFree(free, filter) : undefined,
    filter.status ? eq(stations.status, filter.status) : undefined,
    filter.businessId ? eq(stations.businessId, filter.businessId) : undefined,
    visible(filter),
  );
}

function visible({ managed, all }: StationFilter): SQL | undefined {
  if (all) return undefined;
  return managed ? within(managed) : ne(stations.status, "Inactive");
}

const plug = {
  standards: sql`plug.standards`,
  powerW: sql`plug.max_power_w`,
  plugPowersW: sql`plug.plug_powers_w`,
};

/** Whether one of the connectors in service suits. */
const hasPlace = (need: PlaceAsked): SQL => sql`exists (
  select from ${connectors} plug where plug.station_id = ${outerId} and plug.status = 'Active'
    and ${suits(need, plug)}
)`;

/** Of a station's connectors, whether out of order or not, all or those that suit, one figure. */
const ofConnectors = <T>(figure: SQL, need: PlaceAsked = {}): SQL<T> => sql<T>`(
  select ${figure} from ${connectors} plug
  where plug.station_id = ${outerId} and plug.status <> 'Inactive' and ${suits(need, plug)}
)`;

/** Whether slots of one group of places, each with one left, cover the whole range without a gap. */
function isFree({ from, to }: { from: Date; to: Date }, need: PlaceAsked): SQL {
  const [start, end] = [from.toISOString(), to.toISOString()];
  return sql`exists (
    select from ${slots} slot
    where slot.station_id = ${outerId} and slot.reserved < slot.capacity and ${isOfSuiting(need)}
      and slot.starts_at < ${end}::timestamptz and slot.ends_at > ${start}::timestamptz
    group by slot.place_group
    having sum(least(slot.ends_at, ${end}::timestamptz) - greatest(slot.starts_at, ${start}::timestamptz))
      >= ${end}::timestamptz - ${start}::timestamptz
  )`;
}

const orders = {
  name: [asc(stations.name)],
  "-name": [desc(stations.name)],
  createdAt: [asc(stations.createdAt)],
  "-createdAt": [desc(stations.createdAt)],
} as const;

/** Without a word for it nearest first around a position, else bookable ones first, by name. */
function orderOf({ near }: StationFilter, sort?: keyof typeof orders): readonly SQL[] {
  if (sort) return orders[sort];
  if (near) return [metresTo(near)];
  return [sql`${stations.businessId} is null`, asc(stations.name)];
}

/** One page of what is found. */
export async function findStations(
  ctx: Context,
  filter: StationFilter,
  page: PageQuery & { readonly sort?: keyof typeof orders },
): Promise<Page<FoundStation>> {
  const where = conditions(filter);
  const items = await ctx.db
    .select({
      ...stationColumns,
      connectors: ofConnectors<number>(sql`count(*)::int`),
      suiting: ofConnectors<number>(sql`count(*)::int`, filter),
      maxPowerW: ofConnectors<number | null>(sql`max(${powerOf(filter, plug)})`, filter),
      tariff: tariffInForce(outerId),
      distanceM: filter.near
        ? sql<number | null>`${metresTo(filter.near)}`
        : sql<number | null>`null`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(stations)
    .where(where)
    .orderBy(...orderOf(filter, page.sort), stations.id)
    .limit(page.limit)
    .offset(pageOffset(page));
  if (items[0]) {
    const days = await findAvailability(ctx, items, filter);
    return {
      items: items.map(({ total: _total, ...item }) => ({
        ...item,
        availability: days.get(item.id) ?? [],
      })),
      total: items[0].total,
    };
  }
  if (page.page === 1) return { items: [], total: 0 };
  const [counted] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(stations)
    .where(where);
  return { items: [], total: counted?.total ?? 0 };
}

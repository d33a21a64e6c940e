import { and, asc, desc, eq, inArray, ne, not, or, sql, type SQL } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { holdingPlain } from "@/lib/core/found-by";
import type { Page, PageQuery } from "@/lib/core/pages";
import { pageOffset } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import { asksAtMost, tariffInForce } from "@/lib/money/tariffs/inside";

import { type FoundStation, openStatuses } from "../rules";
import { findAvailability } from "./availability";
import { freeTime, isFree } from "./free-time";
import { asksPlace, type PlaceAsked, powerOf, suits } from "./suits";
import { isAround, metresTo } from "./around";
import { firstImage } from "./images";
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
  /** The most for a kWh, in major units of each station's currency. */
  readonly maxPricePerKwh?: number;
  readonly amenities?: readonly string[];
  /** Whether the station is open now, as schedules know it. */
  readonly open?: SQL;
  /** Whether it takes bookings. */
  readonly bookable?: boolean;
  /** Whether it is a favourite of the caller's, as drivers know it. */
  readonly marked?: SQL;
  /** From now on for 7 days: where the next time with a place is looked for. */
  readonly week: { readonly from: Date; readonly to: Date };
  readonly status?: StationStatus;
  readonly businessId?: string;
  /** The stations that the caller manages, Inactive ones too. */
  readonly managed?: Scope;
  /** Every station there is; without it and `managed` those that the public sees. */
  readonly all?: boolean;
}

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
export const outerId = sql.raw('"stations"."id"');
/** What `takesBookings` says, in a statement. */
export const isTaking = sql<boolean>`(${stations.businessId} is not null and ${inArray(stations.status, openStatuses)})`;

/** However the words are written in large and small. */
const hasAll = (amenities: readonly string[]): SQL => sql`not exists (
  select from jsonb_array_elements_text(${JSON.stringify(amenities)}::jsonb) asked (word)
  where not exists (select from unnest(${stations.amenities}) has (word) where lower(has.word) = lower(asked.word))
)`;

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
    free ? isFree(outerId, free, filter) : undefined,
    filter.maxPricePerKwh === undefined ? undefined : asksAtMost(outerId, filter.maxPricePerKwh),
    filter.amenities ? hasAll(filter.amenities) : undefined,
    filter.open,
    filter.bookable === undefined ? undefined : filter.bookable ? isTaking : not(isTaking),
    filter.marked,
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

const orders = {
  name: [asc(stations.name)],
  "-name": [desc(stations.name)],
  createdAt: [asc(stations.createdAt)],
  "-createdAt": [desc(stations.createdAt)],
} as const;
type Sort = keyof typeof orders | "bookable" | "-bookable";

/** Without a word for it nearest first around a position, else those that a business runs first, by name. */
function orderOf({ near }: StationFilter, sort?: Sort): readonly SQL[] {
  const by = near ? metresTo(near) : asc(stations.name);
  if (sort === undefined) return near ? [by] : [sql`${stations.businessId} is null`, by];
  if (sort === "bookable") return [desc(isTaking), by];
  return sort === "-bookable" ? [asc(isTaking), by] : orders[sort];
}

/** One page of what is found. */
export async function findStations(
  ctx: Context,
  filter: StationFilter,
  page: PageQuery & { readonly sort?: Sort },
): Promise<Page<FoundStation>> {
  const where = conditions(filter);
  const items = await ctx.db
    .select({
      ...stationColumns,
      connectors: ofConnectors<number>(sql`count(*)::int`),
      suiting: ofConnectors<number>(sql`count(*)::int`, filter),
      maxPowerW: ofConnectors<number | null>(sql`max(${powerOf(filter, plug)})`, filter),
      tariff: tariffInForce(outerId),
      free: freeTime(outerId, filter, filter.week),
      distanceM: filter.near
        ? sql<number | null>`${metresTo(filter.near)}`
        : sql<number | null>`null`,
      imageId: firstImage(outerId),
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

import { and, eq, inArray, not, or, sql, type SQL } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import { holdingPlain } from "@/lib/core/found-by";
import type { Scope } from "@/lib/core/permissions";
import { asksAtMost } from "@/lib/money/tariffs/inside";

import { openStatuses } from "../rules";
import { isFree } from "./free-time";
import { asksPlace, type PlaceAsked, suits } from "./suits";
import { isAround } from "./around";
import { within } from "./stations";
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
/** Whether no business runs it: of those that the public sees the very ones that take no bookings. */
export const isListed = sql<boolean>`(${stations.businessId} is null)`;
/** Whether a search finds what the public sees. */
export const isPublic = ({ managed, all }: StationFilter): boolean => !managed && !all;

/** Whether the index of public lists has all that a search asks. */
export function isOfIndex({ bookable: _bookable, week: _week, ...more }: StationFilter): boolean {
  return Object.values(more).every((asked) => asked === undefined || asked === false);
}

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
    filter.bookable === undefined ? undefined : isBookable(filter, filter.bookable),
    filter.marked,
    filter.status ? eq(stations.status, filter.status) : undefined,
    filter.businessId ? eq(stations.businessId, filter.businessId) : undefined,
    visible(filter),
  );
}

/** As the indexes of public lists have it: a parameter in its place would hide them. */
export const isShown = sql`${stations.status} <> 'Inactive'`;

function visible({ managed, all }: StationFilter): SQL | undefined {
  if (all) return undefined;
  return managed ? within(managed) : isShown;
}

function isBookable(filter: StationFilter, wanted: boolean): SQL {
  if (!isPublic(filter)) return wanted ? isTaking : not(isTaking);
  // Of the many that are listed, in the form of the index by which public lists are in order.
  return sql`${isListed} is ${sql.raw(wanted ? "false" : "true")}`;
}

/** The columns of a connector `plug`. */
export const plug = {
  standards: sql`plug.standards`,
  powerW: sql`plug.max_power_w`,
  plugPowersW: sql`plug.plug_powers_w`,
};

/** Whether one of the connectors in service suits. */
const hasPlace = (need: PlaceAsked): SQL => sql`exists (
  select from ${connectors} plug where plug.station_id = ${outerId} and plug.status = 'Active'
    and ${suits(need, plug)}
)`;

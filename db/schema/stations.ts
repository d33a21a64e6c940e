import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import {
  approval,
  connectorStatus,
  currentType,
  outageSource,
  stationStatus,
} from "@/lib/sites/stations/schema";
import { dayMinutes, longestSlotMinutes, shortestSlotMinutes } from "@/lib/core/durations";

import { businesses } from "./businesses";
import {
  enumerated,
  enumerationChecks,
  id,
  instant,
  knownOrNull,
  literal,
  partsOfName,
} from "./columns";

export const stations = pgTable(
  "stations",
  {
    id: id(),
    /** Null for a listed station that no business runs yet: it can be found, not booked. */
    businessId: uuid("business_id").references(() => businesses.id),
    name: text("name").notNull(),
    address: text("address").notNull(),
    /** WGS84 degrees. */
    latitude: numeric("latitude", { precision: 9, scale: 6, mode: "number" }).notNull(),
    longitude: numeric("longitude", { precision: 9, scale: 6, mode: "number" }).notNull(),
    /** IANA, by its name in use (`lib/core/zone-names.ts`). */
    timeZone: text("time_zone").notNull(),
    type: enumerated("type", currentType).notNull(),
    status: enumerated("status", stationStatus).notNull().default("Active"),
    /** Of an Inactive station: that it becomes Active by itself once nothing that drivers need is missing. */
    opensWhenReady: boolean("opens_when_ready").notNull().default(false),
    slotMinutes: integer("slot_minutes").notNull(),
    approval: enumerated("approval", approval).notNull(),
    description: text("description"),
    phone: text("phone"),
    /** Opening hours as the source wrote them, where they could not be understood. */
    hoursNote: text("hours_note"),
    amenities: text("amenities").array().notNull().default([]),
    /** The network or operator a source names, for stations that came by import. */
    network: text("network"),
    /** Where an imported station came from, such as `afdc`, and its key there. */
    source: text("source"),
    sourceId: text("source_id"),
    /** That key as imports compare it: folded, and of its business alone where the source names no party. */
    sourceKey: text("source_key"),
    /** The scores of its Approved reviews, added up, and how many they are. */
    ratingSum: integer("rating_sum").notNull().default(0),
    ratingCount: integer("rating_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    unique("stations_id_business_key").on(table.id, table.businessId),
    uniqueIndex("stations_source_key")
      .on(table.source, table.sourceKey)
      .where(sql`${table.source} is not null`),
    index("stations_business_idx").on(table.businessId),
    index("stations_time_zone_idx").on(table.timeZone),
    index("stations_position_idx").using(
      "gist",
      sql`station_point(${table.latitude}::float8, ${table.longitude}::float8)`,
    ),
    // The order of public lists: what can be booked first, by name. With its business, so that counting reads it alone.
    index("stations_shown_idx")
      .on(sql`(${table.businessId} is null)`, table.name, table.id, table.businessId)
      .where(sql`${table.status} <> 'Inactive'`),
    index("stations_name_idx").on(table.name, table.id),
    index("stations_created_idx").on(table.createdAt, table.id),
    index("stations_point_idx").using(
      "gist",
      sql`point(${table.longitude}::float8, ${table.latitude}::float8)`,
    ),
    index("stations_name_trgm_idx").using("gin", partsOfName(table.name)),
    index("stations_address_trgm_idx").using("gin", partsOfName(table.address)),
    check("stations_latitude_check", sql`${table.latitude} between -90 and 90`),
    check("stations_longitude_check", sql`${table.longitude} between -180 and 180`),
    check(
      "stations_slot_minutes_check",
      sql`${table.slotMinutes} between ${literal(shortestSlotMinutes)} and ${literal(longestSlotMinutes)} and ${literal(dayMinutes)} % ${table.slotMinutes} = 0`,
    ),
    ...enumerationChecks(table),
  ],
);

/** A place where one car can charge: OCPI's EVSE, with its plugs. */
export const connectors = pgTable(
  "connectors",
  {
    id: id(),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    /** OCPI ConnectorType values, such as `IEC_62196_T1_COMBO`. */
    standards: text("standards").array().notNull(),
    /** Watts, the most that one of its plugs gives; null where the source does not say. */
    maxPowerW: integer("max_power_w"),
    /** The same of each of `standards`; null where that is the same of all. */
    plugPowersW: knownOrNull("plug_powers_w"),
    status: enumerated("status", connectorStatus).notNull().default("Active"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    unique("connectors_station_number_key").on(table.stationId, table.number),
    check("connectors_number_check", sql`${table.number} between 1 and 999`),
    check(
      "connectors_plug_powers_check",
      sql`cardinality(${table.plugPowersW}) = cardinality(${table.standards})`,
    ),
    ...enumerationChecks(table),
  ],
);

/**
 * A time in which a connector cannot be used, whatever its status (chargers.md §6): from `startsAt` until `untilAt`,
 * or until further notice. Once it has ended it takes nothing any more.
 */
export const connectorOutages = pgTable(
  "connector_outages",
  {
    id: id(),
    connectorId: uuid("connector_id")
      .notNull()
      .references(() => connectors.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    untilAt: instant("until_at"),
    source: enumerated("source", outageSource).notNull(),
    reason: text("reason"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("connector_outages_lasting_idx")
      .on(table.connectorId)
      .where(sql`${table.endedAt} is null`),
    check("connector_outages_range_check", sql`${table.untilAt} > ${table.startsAt}`),
    ...enumerationChecks(table),
  ],
);

/** Imports that run, one for a business at a time; `listed` for stations of nobody. */
export const stationImports = pgTable("station_imports", {
  scope: text("scope").primaryKey(),
  runId: uuid("run_id").notNull(),
  /** When it last said that it runs; one that is silent for long has died. */
  aliveAt: instant("alive_at").notNull(),
});

/**
 * How many of the stations that the public sees stand in each cell of some grids, for maps of more than could be
 * counted while somebody waits (docs/decisions/map-cells.md). The worker keeps them; without rows there are too few.
 */
export const stationCells = pgTable(
  "station_cells",
  {
    /** The map's zoom whose tiles have eight cells on a side. */
    level: smallint("level").notNull(),
    /** Cells from Greenwich to the east, and from the equator to the north. */
    x: integer("x").notNull(),
    y: integer("y").notNull(),
    type: enumerated("type", currentType).notNull(),
    /** Whether no business runs them. */
    listed: boolean("listed").notNull(),
    count: integer("count").notNull(),
    /** Their mean position, and the edges of them all, in degrees. */
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    west: doublePrecision("west").notNull(),
    south: doublePrecision("south").notNull(),
    east: doublePrecision("east").notNull(),
    north: doublePrecision("north").notNull(),
    /** Where it is one alone. */
    stationId: uuid("station_id").references(() => stations.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.x, table.y, table.type, table.listed] }),
    index("station_cells_station_idx").on(table.stationId),
    ...enumerationChecks(table),
  ],
);

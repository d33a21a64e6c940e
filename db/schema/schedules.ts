import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { id, instant, knownOrNull } from "./columns";
import { stations } from "./stations";

/** An opening window in the station's own time, `HH:mm`; `24:00` is the end of the day. */
export interface StoredWindow {
  start: string;
  end: string;
}

const stationId = () =>
  uuid("station_id")
    .notNull()
    .references(() => stations.id, { onDelete: "cascade" });

export const schedules = pgTable("schedules", {
  stationId: uuid("station_id")
    .primaryKey()
    .references(() => stations.id, { onDelete: "cascade" }),
  weekly: jsonb("weekly").$type<Record<string, StoredWindow[]>>().notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const scheduleExceptions = pgTable(
  "schedule_exceptions",
  {
    stationId: stationId(),
    on: date("on").notNull(),
    closed: boolean("closed").notNull(),
    windows: jsonb("windows").$type<StoredWindow[]>().notNull().default([]),
    /** Why it is another day than usual, in words that drivers see; null where none was given. */
    reason: text("reason"),
  },
  (table) => [primaryKey({ columns: [table.stationId, table.on] })],
);

export const capacityOverrides = pgTable(
  "capacity_overrides",
  {
    stationId: stationId(),
    on: date("on").notNull(),
    connectors: integer("connectors").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.stationId, table.on] }),
    check("capacity_overrides_connectors_check", sql`${table.connectors} >= 0`),
  ],
);

/** Connectors taken out of service for a while: so many, or these. */
export const maintenanceHolds = pgTable(
  "maintenance_holds",
  {
    id: id(),
    stationId: stationId(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    connectors: integer("connectors"),
    connectorIds: uuid("connector_ids").array(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("maintenance_holds_station_idx").on(table.stationId, table.endsAt),
    check("maintenance_holds_range_check", sql`${table.endsAt} > ${table.startsAt}`),
    check("maintenance_holds_connectors_check", sql`${table.connectors} > 0`),
    check(
      "maintenance_holds_count_or_names_check",
      sql`num_nonnulls(${table.connectors}, ${table.connectorIds}) = 1 and cardinality(${table.connectorIds}) is distinct from 0`,
    ),
  ],
);

/**
 * Places of a station that are alike: by their plugs and power, which `key` says in one word. Slots and bookings name
 * a group by its number, so one that no place is in any more stays.
 */
export const placeGroups = pgTable(
  "place_groups",
  {
    stationId: stationId(),
    number: smallint("number").notNull(),
    key: text("key").notNull(),
    /** OCPI ConnectorType values in alphabetical order. */
    standards: text("standards").array().notNull(),
    /** Watts, the most that one of the plugs gives; null where the source does not say. */
    powerW: integer("power_w"),
    /** The same of each of `standards`; null where that is the same of all. */
    plugPowersW: knownOrNull("plug_powers_w"),
  },
  (table) => [
    primaryKey({ columns: [table.stationId, table.number] }),
    unique("place_groups_key_key").on(table.stationId, table.key),
    check("place_groups_number_check", sql`${table.number} > 0`),
    check(
      "place_groups_plug_powers_check",
      sql`cardinality(${table.plugPowersW}) = cardinality(${table.standards})`,
    ),
  ],
);

/**
 * Bookable time `[startsAt, endsAt)` of a group of a station's places. `capacity` is what may be booked (holds already
 * taken off), `held` how many connectors holds take, `reserved` how many bookings hold a place. A change of the
 * schedule can leave reserved above capacity, so no check forbids it. `uneven`: other places of the group are open in
 * the slots around (docs/decisions/place-groups.md).
 */
export const slots = pgTable(
  "slots",
  {
    stationId: stationId(),
    placeGroup: smallint("place_group").notNull().default(1),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    capacity: integer("capacity").notNull(),
    held: integer("held").notNull().default(0),
    reserved: integer("reserved").notNull().default(0),
    /** The open places of the group: character n is `1` where connector n is one; ends with the last that is. */
    openPlaces: text("open_places").notNull(),
    uneven: boolean("uneven").notNull().default(false),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.stationId, table.startsAt, table.placeGroup] }),
    check("slots_range_check", sql`${table.endsAt} > ${table.startsAt}`),
    check(
      "slots_counts_check",
      sql`${table.capacity} >= 0 and ${table.held} >= 0 and ${table.reserved} >= 0`,
    ),
    check("slots_open_places_check", sql`${table.openPlaces} ~ '^([01]*1)?$'`),
  ],
);

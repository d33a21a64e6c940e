import { sql } from "drizzle-orm";
import type { ExtraConfigColumn } from "drizzle-orm/pg-core";
import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { reportFormat, reportName } from "@/lib/insight/notifications/schema";
import { groupBy } from "@/lib/insight/reports/schema";

import { users } from "./accounts";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant, minor, wattHours } from "./columns";
import { stations } from "./stations";

/** A report that somebody wants by mail every Monday. */
export const reportSubscriptions = pgTable(
  "report_subscriptions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    report: enumerated("report", reportName).notNull(),
    groupBy: enumerated("group_by", groupBy).notNull(),
    /** Null: all that the reader may read of. */
    stationId: uuid("station_id").references(() => stations.id, { onDelete: "cascade" }),
    format: enumerated("format", reportFormat).notNull(),
    /** The Monday whose mail was written last, or was over when it was asked for. */
    mailedOn: date("mailed_on", { mode: "string" }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    unique("report_subscriptions_key")
      .on(table.userId, table.report, table.groupBy, table.stationId, table.format)
      .nullsNotDistinct(),
    index("report_subscriptions_mailed_idx").on(table.mailedOn),
    index("report_subscriptions_station_idx").on(table.stationId),
    ...enumerationChecks(table),
  ],
);

// Days added up, so that a report need not read every booking (docs/decisions/reports-are-added-up.md). What follows
// here comes of other tables and can be made anew.

/** Up to which day, in which time zone, the days of a business are added up. */
export const reportCoverage = pgTable("report_coverage", {
  businessId: uuid("business_id")
    .primaryKey()
    .references(() => businesses.id),
  timeZone: text("time_zone").notNull(),
  /** The first day that is not. */
  until: date("until", { mode: "string" }).notNull(),
});

/** Quarters of an hour in whose past something changed; triggers of `bookings` and `sessions` write them. */
export const reportStale = pgTable(
  "report_stale",
  { businessId: uuid("business_id").notNull(), at: instant("at").notNull() },
  (table) => [index("report_stale_business_idx").on(table.businessId, table.at)],
);

const dayOf = {
  businessId: uuid("business_id").notNull(),
  day: date("day", { mode: "string" }).notNull(),
};
const stationDay = { ...dayOf, stationId: uuid("station_id").notNull() };
const number = (name: string) => integer(name).notNull();

/** For the rows of all stations together, which are read without those of each. */
const totals = (table: {
  businessId: ExtraConfigColumn;
  day: ExtraConfigColumn;
  stationId: ExtraConfigColumn;
}) =>
  index()
    .on(table.businessId, table.day)
    .where(sql`${table.stationId} = '00000000-0000-0000-0000-000000000000'`);

/** Bookings that start on a day, by station, and of all together by the nil id. */
export const reportBookings = pgTable(
  "report_bookings",
  {
    ...stationDay,
    pending: number("pending"),
    approved: number("approved"),
    rejected: number("rejected"),
    inProgress: number("in_progress"),
    completed: number("completed"),
    noShow: number("no_show"),
    canceledByOwner: number("canceled_by_owner"),
    canceledByBackoffice: number("canceled_by_backoffice"),
    canceledByOperator: number("canceled_by_operator"),
    /** Without walk-ups: of which one knows whether the car came, and those to which none did. */
    due: number("due"),
    missed: number("missed"),
    /** Neither rejected nor canceled, and their minutes. */
    kept: number("kept"),
    keptMinutes: number("kept_minutes"),
    /** Cancellations by the time that was left. */
    canceledAfterStart: number("canceled_after_start"),
    canceledUnder2h: number("canceled_under_2h"),
    canceledUnder12h: number("canceled_under_12h"),
    canceledUnder24h: number("canceled_under_24h"),
    canceledEarlier: number("canceled_earlier"),
  },
  (table) => [
    primaryKey({ columns: [table.businessId, table.day, table.stationId] }),
    totals(table),
  ],
);

/** Places times minutes of the slots that start on a day. */
export const reportOffered = pgTable(
  "report_offered",
  { ...stationDay, offeredMinutes: number("offered_minutes") },
  (table) => [
    primaryKey({ columns: [table.businessId, table.day, table.stationId] }),
    totals(table),
  ],
);

/** Finalized sessions that ended on a day. */
export const reportTakings = pgTable(
  "report_takings",
  {
    ...stationDay,
    currency: text("currency").notNull(),
    sessions: number("sessions"),
    energyWh: wattHours("energy_wh").notNull(),
    totalMinor: minor("total_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.businessId, table.day, table.stationId, table.currency] }),
    totals(table),
  ],
);

/**
 * Bookings that start on a day of the business, by each weekday (ISO) and hour of their station's clock in which they
 * hold a place.
 */
export const reportHours = pgTable(
  "report_hours",
  {
    ...dayOf,
    weekday: smallint("weekday").notNull(),
    hour: smallint("hour").notNull(),
    bookings: bigint("bookings", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.businessId, table.day, table.weekday, table.hour] })],
);

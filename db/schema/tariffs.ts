import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { tariffMode } from "@/lib/money/tariffs/schema";

import { enumerated, enumerationChecks, id, instant, minor } from "./columns";
import { stations } from "./stations";

/** A station's price. Rows are never changed: a new price is a new row, and the newest counts. */
export const tariffs = pgTable(
  "tariffs",
  {
    id: id(),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id, { onDelete: "cascade" }),
    mode: enumerated("mode", tariffMode).notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    feeMinor: minor("fee_minor"),
    perHourMinor: minor("per_hour_minor"),
    perKwhMinor: minor("per_kwh_minor"),
    minimumFeeMinor: minor("minimum_fee_minor"),
    /** Time is billed per 30 or 60 minutes begun. */
    billingIncrementMinutes: integer("billing_increment_minutes"),
    /** Thousandths of a percent: 8875 is 8.875 %. */
    taxMilliPercent: integer("tax_milli_percent").notNull(),
    lateCancelFeeMinor: minor("late_cancel_fee_minor").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("tariffs_station_idx").on(table.stationId, table.createdAt.desc(), table.id.desc()),
    check("tariffs_tax_check", sql`${table.taxMilliPercent} between 0 and 100000`),
    ...enumerationChecks(table),
  ],
);

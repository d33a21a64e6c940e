import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

import { offlineAct } from "@/lib/charging/queue/schema";

import { users } from "./accounts";
import { bookings } from "./bookings";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant } from "./columns";
import { sessions } from "./sessions";
import { stations } from "./stations";

/** Acts that phones did without network and that were refused when they were told; a person settles each. */
export const offlineRefusals = pgTable(
  "offline_refusals",
  {
    id: id(),
    refusedBy: uuid("refused_by")
      .notNull()
      .references(() => users.id),
    /** The act's idempotency key: however often it is told, it is kept once. */
    key: text("key").notNull(),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    bookingId: uuid("booking_id")
      .notNull()
      .references(() => bookings.id),
    sessionId: uuid("session_id").references(() => sessions.id),
    act: enumerated("act", offlineAct).notNull(),
    /** When it was done, as the phone says, and when it was told. */
    actedAt: instant("acted_at").notNull(),
    createdAt: instant("created_at").notNull(),
    /** What it was done with, such as the energy and the payment; never a code. */
    told: jsonb("told").$type<Record<string, unknown>>().notNull(),
    /** Why it was refused: code and values. */
    code: text("code").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
    /** What had been done here last, to booking or session. */
    found: jsonb("found").$type<Record<string, unknown>>().notNull(),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by").references(() => users.id),
    note: text("note"),
  },
  (table) => [
    unique("offline_refusals_key").on(table.refusedBy, table.key),
    index("offline_refusals_station_idx").on(table.stationId, table.settledAt),
    index("offline_refusals_business_idx").on(table.businessId, table.createdAt),
    ...enumerationChecks(table),
  ],
);

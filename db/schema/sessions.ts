import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { paymentMode, sessionStatus } from "@/lib/charging/sessions/schema";

import { users } from "./accounts";
import { bookings } from "./bookings";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant, minor, wattHours } from "./columns";
import { uploads } from "./files";
import { connectors, stations } from "./stations";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** One car charging, from check-in to finalize. Amounts are set when it is finalized. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    bookingId: uuid("booking_id")
      .notNull()
      .unique()
      .references(() => bookings.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    /** Null for a guest, as in its booking. */
    ownerId: uuid("owner_id").references(() => users.id),
    connectorId: uuid("connector_id")
      .notNull()
      .references(() => connectors.id),
    status: enumerated("status", sessionStatus).notNull().default("Active"),
    /** Null for one that was imported: nobody here let the car in. */
    checkedInBy: uuid("checked_in_by").references(() => users.id),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    /** Set while charging is paused. */
    pausedAt: instant("paused_at"),
    /** Whether the energy was read from a meter. */
    metered: boolean("metered"),
    energyWh: wattHours("energy_wh"),
    notes: text("notes"),
    currency: text("currency").notNull(),
    energyMinor: minor("energy_minor"),
    timeMinor: minor("time_minor"),
    feeMinor: minor("fee_minor"),
    subtotalMinor: minor("subtotal_minor"),
    taxMinor: minor("tax_minor"),
    totalMinor: minor("total_minor"),
    paymentMode: enumerated("payment_mode", paymentMode),
    /** What was received; the difference to the total is change or due. */
    paidMinor: minor("paid_minor"),
    finalizedBy: uuid("finalized_by").references(() => users.id),
    receiptNumber: text("receipt_number").unique(),
    /** What a past session of another system is told by, so that a second import of it is none (`pastKey`). */
    importKey: text("import_key"),
  },
  (table) => [
    index("sessions_receipt_search_idx")
      .on(sql`replace(${table.receiptNumber}, '-', '') text_pattern_ops`)
      .where(sql`${table.receiptNumber} is not null`),
    // The end of a receipt's number, which is what one reads out.
    index("sessions_receipt_end_idx")
      .on(sql`reverse(replace(${table.receiptNumber}, '-', '')) text_pattern_ops`)
      .where(sql`${table.receiptNumber} is not null`),
    uniqueIndex("sessions_import_key")
      .on(table.businessId, table.importKey)
      .where(sql`${table.importKey} is not null`),
    check(
      "sessions_checked_in_check",
      sql`${table.checkedInBy} is not null or ${table.importKey} is not null`,
    ),
    uniqueIndex("sessions_busy_connector_key")
      .on(table.connectorId)
      .where(sql`${table.status} = 'Active'`),
    index("sessions_station_idx").on(table.stationId, table.startedAt),
    index("sessions_owner_idx").on(table.ownerId, table.startedAt),
    // What ended when, for reports.
    index("sessions_ended_idx")
      .on(table.businessId, table.endedAt)
      .where(sql`${table.status} = 'Completed'`),
    index("sessions_business_idx").on(table.businessId, table.startedAt),
    check("sessions_energy_check", sql`${table.energyWh} between 0 and 1000000`),
    ...enumerationChecks(table),
  ],
);

/** The stretches in which a session stood still. */
export const sessionPauses = pgTable(
  "session_pauses",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    pausedAt: instant("paused_at").notNull(),
    resumedAt: instant("resumed_at"),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.pausedAt] })],
);

/** What operators noted while a car charged: added one after another, and never changed. */
export const sessionNotes = pgTable(
  "session_notes",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    at: instant("at").notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
  },
  (table) => [index("session_notes_session_idx").on(table.sessionId)],
);

export const sessionPhotos = pgTable(
  "session_photos",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    contentType: text("content_type").notNull(),
    /** The picture's bytes, until the job `photo-move` has moved them; no picture gets any here now. */
    content: bytes("content"),
    uploadId: uuid("upload_id")
      .unique()
      .references(() => uploads.id),
    size: integer("size").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("session_photos_session_idx").on(table.sessionId),
    index("session_photos_to_move_idx")
      .on(table.id)
      .where(sql`${table.content} is not null`),
    check(
      "session_photos_content_check",
      sql`num_nonnulls(${table.content}, ${table.uploadId}) = 1`,
    ),
  ],
);

/** A receipt as it was issued; its content never changes afterwards. */
export const receipts = pgTable(
  "receipts",
  {
    number: text("number").primaryKey(),
    sessionId: uuid("session_id")
      .notNull()
      .unique()
      .references(() => sessions.id),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    stationId: uuid("station_id").notNull(),
    /** Null for a guest. */
    ownerId: uuid("owner_id"),
    issuedAt: instant("issued_at").notNull(),
    content: jsonb("content").notNull(),
  },
  (table) => [index("receipts_owner_idx").on(table.ownerId)],
);

/** The last receipt number a business gave out in a year; numbers run without gaps. */
export const receiptCounters = pgTable(
  "receipt_counters",
  {
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    year: integer("year").notNull(),
    last: integer("last").notNull(),
  },
  (table) => [primaryKey({ columns: [table.businessId, table.year] })],
);

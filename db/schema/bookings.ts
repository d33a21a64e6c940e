import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import {
  bookingOrigin,
  bookingStatus,
  holdingStatuses,
  openStatuses,
} from "@/lib/charging/bookings/schema";
import { conflictReason } from "@/lib/sites/schedules/schema";
import type { TariffMode } from "@/lib/money/tariffs/schema";

import { users } from "./accounts";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant, minor, oneOf, signsOfPlate } from "./columns";
import { vehicles } from "./drivers";
import { connectors, stations } from "./stations";

/** The price as it stood when the booking was made; the fields of a tariff. */
export interface AgreedTariff {
  mode: TariffMode;
  currency: string;
  feeMinor: number | null;
  perHourMinor: number | null;
  perKwhMinor: number | null;
  minimumFeeMinor: number | null;
  billingIncrementMinutes: number | null;
  taxMilliPercent: number;
  lateCancelFeeMinor: number;
}

/**
 * One owner cannot hold two places at overlapping times: the exclusion constraint
 * `bookings_owner_overlap` of the constraints' migration is the last guard of that rule.
 */
export const bookings = pgTable(
  "bookings",
  {
    id: id(),
    /** For humans, such as `BK-7F3K-29QD`. */
    number: text("number").notNull().unique(),
    /** Whoever booked; null for a guest at the gate, known by the plate alone. */
    ownerId: uuid("owner_id").references(() => users.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    status: enumerated("status", bookingStatus).notNull(),
    origin: enumerated("origin", bookingOrigin).notNull().default("Booking"),
    /** The car for which it is, where it is one of its owner's. */
    vehicleId: uuid("vehicle_id").references(() => vehicles.id),
    vehiclePlate: text("vehicle_plate"),
    /** What its car asks of a place: a plug and a least power in watts; null for any. */
    standard: text("standard"),
    minPowerW: integer("min_power_w"),
    /** The group of its station's places in which it holds one. */
    placeGroup: smallint("place_group").notNull().default(1),
    /** A wish of its owner; the promise is a place, whichever (operations.md §3). */
    wishedConnectorId: uuid("wished_connector_id").references(() => connectors.id),
    tariff: jsonb("tariff").$type<AgreedTariff>().notNull(),
    /** Estimated total with tax, in the tariff's currency. */
    estimateMinor: minor("estimate_minor").notNull(),
    /** Late fee charged at a cancellation, 0 without. */
    lateFeeMinor: minor("late_fee_minor").notNull().default(0),
    /** Why it needs a person's decision. */
    conflict: enumerated("conflict", conflictReason),
    conflictAt: instant("conflict_at"),
    /** Until when its owner may come who said that they are late; null for nobody who did. */
    lateUntil: instant("late_until"),
    approvedAt: instant("approved_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("bookings_owner_idx").on(table.ownerId, table.startsAt),
    index("bookings_station_idx").on(table.stationId, table.startsAt, table.status),
    index("bookings_business_idx").on(table.businessId, table.startsAt),
    index("bookings_holding_idx")
      .on(table.stationId, table.endsAt)
      .where(oneOf(table.status, holdingStatuses)),
    index("bookings_due_idx")
      .on(table.status, table.startsAt)
      .where(oneOf(table.status, openStatuses)),
    index("bookings_conflict_idx")
      .on(table.stationId)
      .where(sql`${table.conflict} is not null`),
    // What the job that takes their next slots looks through.
    index("bookings_walk_ups_idx")
      .on(table.endsAt)
      .where(sql`${table.origin} = 'WalkUp' and ${table.status} = 'InProgress'`),
    // Who came again (reports): read by itself, without the rows.
    index("bookings_visits_idx")
      .on(table.businessId, table.startsAt, table.ownerId)
      .where(sql`${table.status} = 'Completed' and ${table.ownerId} is not null`),
    // Any part of a number, and the beginning of a plate, by their signs.
    index("bookings_number_search_idx").using(
      "gin",
      sql`replace(${table.number}, '-', '') gin_trgm_ops`,
    ),
    index("bookings_plate_search_idx").on(
      sql`${signsOfPlate(table.vehiclePlate)} text_pattern_ops`,
    ),
    check("bookings_owner_check", sql`${table.ownerId} is not null or ${table.origin} = 'WalkUp'`),
    check("bookings_range_check", sql`${table.endsAt} > ${table.startsAt}`),
    ...enumerationChecks(table),
  ],
);

/** The QR codes issued for a booking; at most one is neither revoked nor consumed. */
export const qrTokens = pgTable(
  "qr_tokens",
  {
    id: id(),
    bookingId: uuid("booking_id")
      .notNull()
      .references(() => bookings.id),
    /** The 8 characters to type when the camera fails. */
    code: text("code").notNull(),
    keyId: text("key_id").notNull(),
    issuedAt: instant("issued_at").notNull(),
    opensAt: instant("opens_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    consumedAt: instant("consumed_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex("qr_tokens_live_key")
      .on(table.bookingId)
      .where(sql`${table.revokedAt} is null`),
    uniqueIndex("qr_tokens_code_key").on(table.code),
  ],
);

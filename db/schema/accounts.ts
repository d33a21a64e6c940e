import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import {
  distanceUnit,
  linkPurpose,
  role,
  theme,
  tokenContract,
  userStatus,
} from "@/lib/people/accounts/schema";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant, partsOfName, signsOfPlate } from "./columns";
import { stations } from "./stations";

export const users = pgTable(
  "users",
  {
    id: id(),
    role: enumerated("role", role).notNull(),
    status: enumerated("status", userStatus).notNull().default("Active"),
    businessId: uuid("business_id").references(() => businesses.id),
    /** Lower case. */
    email: text("email").notNull(),
    /** E.164. */
    phone: text("phone"),
    name: text("name").notNull(),
    /** The language they chose, BCP 47; null where they never did. */
    locale: text("locale"),
    /** Light or dark; null where they never chose. */
    theme: enumerated("theme", theme),
    /** 12 or 24; null where it is as their language has it. */
    hourCycle: smallint("hour_cycle").$type<12 | 24>(),
    /** Null where it is as their country has it. */
    distanceUnit: enumerated("distance_unit", distanceUnit),
    /** argon2id, or bcrypt until the next login; null until an invitation is accepted. */
    passwordHash: text("password_hash"),
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    /** Made by the demo's seed with its published password, and that not changed since. */
    isDemoLogin: boolean("is_demo_login").notNull().default(false),
    /** Rises at password change, role change and deactivation: older tokens stop at once. */
    tokenVersion: integer("token_version").notNull().default(1),
    lastLoginAt: instant("last_login_at"),
    /** When their owner deleted the account, and what it was before. */
    deletedAt: instant("deleted_at"),
    deletedFrom: enumerated("deleted_from", userStatus),
    /** When they were told that it is erased soon; null where they were not. */
    erasureToldAt: instant("erasure_told_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("users_email_key").on(table.email),
    uniqueIndex("users_owner_phone_key")
      .on(table.phone)
      .where(sql`${table.role} = 'EvOwner'`),
    unique("users_id_business_key").on(table.id, table.businessId),
    index("users_business_idx").on(table.businessId),
    // Staff are few among owners.
    index("users_staff_idx")
      .on(table.role)
      .where(sql`${table.role} <> 'EvOwner'`),
    // Those that are to be erased are few.
    index("users_deleted_idx")
      .on(table.deletedAt)
      .where(sql`${table.status} = 'Deleted'`),
    index("users_name_search_idx").using("gin", partsOfName(table.name)),
    index("users_phone_search_idx").using("gin", sql`${table.phone} gin_trgm_ops`),
    check("users_hour_cycle_check", sql`${table.hourCycle} in (12, 24)`),
    ...enumerationChecks(table),
  ],
);

export const owners = pgTable(
  "owners",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id),
    /** Upper case; null where they gave none. */
    nic: text("nic").unique(),
    /** ISO 3166-1 alpha-2: whose identity numbers `nic` follows; null where they named none. */
    country: text("country"),
    vehiclePlate: text("vehicle_plate"),
  },
  (table) => [
    // Whole and by their beginnings.
    index("owners_plate_search_idx").on(sql`${signsOfPlate(table.vehiclePlate)} text_pattern_ops`),
    index("owners_nic_search_idx").on(sql`${table.nic} text_pattern_ops`),
  ],
);

/** The foreign keys let an operator have stations of the own business alone. */
export const operatorStations = pgTable(
  "operator_stations",
  {
    userId: uuid("user_id").notNull(),
    stationId: uuid("station_id").notNull(),
    businessId: uuid("business_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.stationId] }),
    foreignKey({
      name: "operator_stations_user_fk",
      columns: [table.userId, table.businessId],
      foreignColumns: [users.id, users.businessId],
    }).onDelete("cascade"),
    foreignKey({
      name: "operator_stations_station_fk",
      columns: [table.stationId, table.businessId],
      foreignColumns: [stations.id, stations.businessId],
    }).onDelete("cascade"),
    index("operator_stations_station_idx").on(table.stationId),
  ],
);

/** What one login opened, in a browser or with tokens. Every use asks whether it is still open. */
export const loginSessions = pgTable(
  "login_sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    startedAt: instant("started_at").notNull(),
    /** Its end, however often it is used. */
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    /** When it was used last, to a quarter of an hour. */
    seenAt: instant("seen_at"),
    /** What it is in, as people say it: `Chrome, Android`; null where the browser did not say. */
    device: text("device"),
  },
  (table) => [
    index("login_sessions_user_idx").on(table.userId),
    index("login_sessions_expires_idx").on(table.expiresAt),
  ],
);

export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** The login session that all tokens of one login share. */
    familyId: uuid("family_id")
      .notNull()
      .references(() => loginSessions.id, { onDelete: "cascade" }),
    /** SHA-256 of the opaque token, hex. */
    tokenHash: text("token_hash").notNull().unique(),
    /** In which contract the login was; its tokens speak it (docs/decisions/contracts.md). Null is Baybook. */
    contract: enumerated("contract", tokenContract),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("refresh_tokens_family_idx").on(table.familyId),
    index("refresh_tokens_user_idx").on(table.userId),
    index("refresh_tokens_expires_idx").on(table.expiresAt),
    ...enumerationChecks(table),
  ],
);

/** Single-use links sent by email. */
export const accountLinks = pgTable(
  "account_links",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    purpose: enumerated("purpose", linkPurpose).notNull(),
    /** SHA-256 of the secret in the link, hex. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("account_links_user_idx").on(table.userId),
    index("account_links_expires_idx").on(table.expiresAt),
    ...enumerationChecks(table),
  ],
);

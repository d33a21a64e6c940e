import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

import {
  inboxKind,
  notificationType,
  platform,
  type ChooseChannels,
} from "@/lib/insight/inbox/schema";

import { users } from "./accounts";
import { enumerated, enumerationChecks, id, instant } from "./columns";

/** What the words of a notification may name: names, numbers and reasons, and instants as ISO 8601. */
export type NoticeValues = Readonly<Record<string, string>>;

const userId = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id);

/** What one person was told; one event tells a person once. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    userId: userId(),
    eventId: uuid("event_id").notNull(),
    kind: enumerated("kind", inboxKind).notNull(),
    type: enumerated("type", notificationType).notNull(),
    values: jsonb("values").$type<NoticeValues>().notNull(),
    /** What it is about; no foreign keys, for what it was about may go before it. */
    bookingId: uuid("booking_id"),
    sessionId: uuid("session_id"),
    stationId: uuid("station_id"),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (table) => [
    unique("notifications_event_key").on(table.eventId, table.userId),
    index("notifications_user_idx").on(table.userId, table.id),
    index("notifications_unread_idx")
      .on(table.userId)
      .where(sql`${table.readAt} is null`),
    index("notifications_created_idx").on(table.createdAt),
    ...enumerationChecks(table),
  ],
);

/** What a person chose of how they hear; nobody has a row who never chose. */
export const notificationChannels = pgTable("notification_channels", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  /** Topic → yes or no, of those that were chosen. */
  email: jsonb("email").$type<NonNullable<ChooseChannels["email"]>>().notNull().default({}),
  push: jsonb("push").$type<NonNullable<ChooseChannels["push"]>>().notNull().default({}),
  sms: jsonb("sms").$type<NonNullable<ChooseChannels["sms"]>>().notNull().default({}),
  inApp: boolean("in_app").notNull().default(true),
  /** `22:00`; both or none. */
  quietFrom: text("quiet_from"),
  quietTo: text("quiet_to"),
  timeZone: text("time_zone"),
  hourlyDigest: boolean("hourly_digest").notNull().default(false),
  /** What the link at the foot of a message knows them by; of no other use. */
  unsubscribeKey: text("unsubscribe_key").notNull().unique(),
});

/** A browser that rings by Web Push. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: id(),
    userId: userId(),
    endpoint: text("endpoint").notNull().unique(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("push_subscriptions_user_idx").on(table.userId)],
);

/** A native app that rings by Firebase Cloud Messaging (operations.md §1). */
export const devices = pgTable(
  "devices",
  {
    id: id(),
    userId: userId(),
    /** The installation as the app knows it, or the token's hash. */
    deviceId: text("device_id").notNull(),
    /** SHA-256, hex: a token belongs to one person alone. */
    tokenHash: text("token_hash").notNull().unique(),
    tokenSealed: text("token_sealed").notNull(),
    platform: enumerated("platform", platform).notNull(),
    model: text("model"),
    appVersion: text("app_version"),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [
    unique("devices_user_device_key").on(table.userId, table.deviceId),
    index("devices_seen_idx").on(table.seenAt),
    ...enumerationChecks(table),
  ],
);

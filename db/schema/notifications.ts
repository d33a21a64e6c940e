import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import {
  messageChannel,
  messageKind,
  messageReason,
  messageStatus,
  reminderLead,
} from "@/lib/insight/notifications/schema";

import { bookings } from "./bookings";
import { enumerated, enumerationChecks, id, instant } from "./columns";

/** What the words of a message may name: names, addresses and reasons, and instants as ISO 8601. */
type MessageValues = Readonly<Record<string, string>>;

/** What everybody is told of one event: the messages are written a batch at a time, in the order of the users' ids. */
export const mailings = pgTable(
  "mailings",
  {
    eventId: uuid("event_id").primaryKey(),
    kind: enumerated("kind", messageKind).notNull(),
    /** What the words name besides each recipient. */
    values: jsonb("values").$type<MessageValues>().notNull(),
    /** Whoever had an account then is told. */
    createdAt: instant("created_at").notNull(),
    /** Up to whom messages are written; null before the first batch. */
    lastUserId: uuid("last_user_id"),
    /** When nobody was left to be told, and no message to be tried again; or when there was nothing to tell any more. */
    doneAt: instant("done_at"),
  },
  (table) => [...enumerationChecks(table)],
);

/** A message to one recipient over one channel; one event makes at most one per channel and recipient. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    eventId: uuid("event_id").notNull(),
    channel: enumerated("channel", messageChannel).notNull(),
    /** An address or number, or the id of the browser's subscription or the app's registration. */
    recipient: text("recipient").notNull(),
    /** Whose account it is to; null where the recipient has none. No foreign key: it may go before the message. */
    userId: uuid("user_id"),
    kind: enumerated("kind", messageKind).notNull(),
    /** The recipient's language; the words are made of `values` when it is sent or read. */
    locale: text("locale").notNull(),
    /** Empty once it was sent: they may hold a link. */
    values: jsonb("values").$type<MessageValues>().notNull(),
    /** Goes out with whatever else waits for the recipient, in one. */
    inDigest: boolean("in_digest").notNull().default(false),
    status: enumerated("status", messageStatus).notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** When the last try began; null before the first. */
    triedAt: instant("tried_at"),
    /** Why the last try failed, or why it was put away. */
    reason: enumerated("reason", messageReason),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    unique("messages_event_key").on(table.eventId, table.channel, table.recipient),
    index("messages_status_idx").on(table.status, table.nextAttemptAt),
    index("messages_tried_idx").on(table.triedAt),
    index("messages_user_idx").on(table.userId),
    index("messages_digest_idx")
      .on(table.recipient)
      .where(sql`${table.inDigest} and ${table.status} = 'Pending'`),
    ...enumerationChecks(table),
  ],
);

/** When an Approved booking's owner is reminded; each lead once a booking, whatever becomes of its time. */
export const reminders = pgTable(
  "reminders",
  {
    bookingId: uuid("booking_id")
      .notNull()
      .references(() => bookings.id, { onDelete: "cascade" }),
    /** Which of the reminders before the start. */
    lead: enumerated("lead", reminderLead).notNull(),
    dueAt: instant("due_at").notNull(),
    toldAt: instant("told_at"),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.lead] }),
    index("reminders_due_idx")
      .on(table.dueAt)
      .where(sql`${table.toldAt} is null`),
    ...enumerationChecks(table),
  ],
);

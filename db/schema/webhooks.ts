import { sql } from "drizzle-orm";
import {
  bigint,
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

import { webhookOutcome } from "@/lib/insight/webhooks/schema";

import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant } from "./columns";

/** An address of a business that its events are sent to. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    url: text("url").notNull(),
    description: text("description").notNull(),
    /** Types of events. */
    events: text("events").array().notNull(),
    isActive: boolean("is_active").notNull().default(true),
    /** When it was switched off because nothing went through; null where a person did, or nobody. */
    switchedOffAt: instant("switched_off_at"),
    /** Sealed, as the next one is. */
    secret: text("secret").notNull(),
    /** Signs, too, until `old_secret_until`. */
    oldSecret: text("old_secret"),
    oldSecretUntil: instant("old_secret_until"),
    failingSince: instant("failing_since"),
    /** Tries in a row that nobody answered, and until when it rests for them. */
    failures: integer("failures").notNull().default(0),
    restsUntil: instant("rests_until"),
    lastDeliveredAt: instant("last_delivered_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("webhooks_business_idx").on(table.businessId)],
);

/** An event on its way to one webhook, as it was when it was written: due, then delivered or given up. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    eventId: uuid("event_id").notNull(),
    /** In the order of writing. */
    position: bigint("position", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    type: text("type").notNull(),
    subject: text("subject").notNull(),
    /** When it happened. */
    at: instant("at").notNull(),
    stationId: uuid("station_id"),
    data: jsonb("data").$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Asked for by a person to see whether it arrives: tried once. */
    isTest: boolean("is_test").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** A try that fails from then on is the last one. */
    givesUpAt: instant("gives_up_at").notNull(),
    /** Until when a try is a worker's own. */
    leasedUntil: instant("leased_until"),
    deliveredAt: instant("delivered_at"),
    failedAt: instant("failed_at"),
  },
  (table) => {
    const waiting = sql`${table.deliveredAt} is null and ${table.failedAt} is null`;
    return [
      unique("webhook_deliveries_event_key").on(table.webhookId, table.eventId),
      index("webhook_deliveries_due_idx").on(table.webhookId, table.nextAttemptAt).where(waiting),
      index("webhook_deliveries_line_idx")
        .on(table.webhookId, table.subject, table.position)
        .where(waiting),
      index("webhook_deliveries_log_idx").on(table.webhookId, table.position),
      // For the clean-up alone.
      index("webhook_deliveries_created_idx").using("brin", table.createdAt),
    ];
  },
);

/** One try of a delivery, and what came of it. */
export const webhookTries = pgTable(
  "webhook_tries",
  {
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    at: instant("at").notNull(),
    outcome: enumerated("outcome", webhookOutcome).notNull(),
    statusCode: integer("status_code"),
    error: text("error"),
    /** The beginning of it. */
    responseBody: text("response_body"),
    durationMs: integer("duration_ms").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.number] }),
    ...enumerationChecks(table),
  ],
);

import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { id, instant } from "./columns";

/** Events written in the transaction of what they tell; what becomes of them stands in their deliveries. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    id: id(),
    /** In the order of writing, whichever process wrote: ids go by the clocks of several. */
    position: bigint("position", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    type: text("type").notNull(),
    /** What it is about: `booking/0199…`. */
    subject: text("subject").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    businessId: uuid("business_id"),
    stationId: uuid("station_id"),
  },
  (table) => [
    uniqueIndex("outbox_events_position_idx").on(table.position),
    // For the clean-up alone, and next to nothing to keep.
    index("outbox_events_at_idx").using("brin", table.at),
  ],
);

/** An event on its way to one subscriber, at least once: due, then delivered or parked. */
export const outboxDeliveries = pgTable(
  "outbox_deliveries",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => outboxEvents.id, { onDelete: "cascade" }),
    subscriber: text("subscriber").notNull(),
    /** The event's own, here for the order. */
    position: bigint("position", { mode: "number" }).notNull(),
    subject: text("subject").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    deliveredAt: instant("delivered_at"),
    /** Set after the last try failed; an admin sees it. */
    parkedAt: instant("parked_at"),
    lastError: text("last_error"),
  },
  (table) => {
    // What waits, said in two ways, so that each question has one index to answer it: the planner believes that next to
    // nothing waits, whatever does, and would look for a subject through all that is due.
    const waiting = sql`${table.deliveredAt} is null and ${table.parkedAt} is null`;
    const inLine = sql`coalesce(${table.deliveredAt}, ${table.parkedAt}) is null`;
    return [
      primaryKey({ columns: [table.eventId, table.subscriber] }),
      index("outbox_deliveries_due_idx")
        .on(table.subscriber, table.nextAttemptAt, table.position)
        .where(waiting),
      index("outbox_deliveries_line_idx")
        .on(table.subscriber, table.subject, table.position)
        .where(inLine),
      index("outbox_deliveries_parked_idx")
        .on(table.position)
        .where(sql`${table.parkedAt} is not null`),
    ];
  },
);

import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { id, instant } from "./columns";

/** Events written in the transaction of what they tell, and delivered by the worker at least once. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    id: id(),
    at: instant("at").notNull(),
    type: text("type").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    businessId: uuid("business_id"),
    stationId: uuid("station_id"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    deliveredAt: instant("delivered_at"),
    /** Set after the last try failed; an admin sees it. */
    parkedAt: instant("parked_at"),
    lastError: text("last_error"),
  },
  (table) => [
    index("outbox_events_due_idx")
      .on(table.nextAttemptAt)
      .where(sql`${table.deliveredAt} is null and ${table.parkedAt} is null`),
    index("outbox_events_delivered_idx").on(table.deliveredAt),
  ],
);

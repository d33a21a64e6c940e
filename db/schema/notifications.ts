import { index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

import { messageChannel, messageStatus } from "@/lib/insight/notifications/schema";

import { enumerated, enumerationChecks, id, instant } from "./columns";

/** A message to one recipient over one channel; one event makes at most one per channel and recipient. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    eventId: uuid("event_id").notNull(),
    channel: enumerated("channel", messageChannel).notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject"),
    body: text("body").notNull(),
    status: enumerated("status", messageStatus).notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    unique("messages_event_key").on(table.eventId, table.channel, table.recipient),
    index("messages_status_idx").on(table.status, table.nextAttemptAt),
    ...enumerationChecks(table),
  ],
);

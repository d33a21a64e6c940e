import { index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

import { id, instant } from "./columns";

export const messageChannels = ["Email", "Sms"] as const;
/** `Kept`: there is no SMTP or SMS provider, so an admin reads it instead. */
export const messageStatuses = ["Pending", "Sent", "Kept", "Parked"] as const;

/** A message to one recipient over one channel; one event makes at most one per channel and recipient. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    eventId: uuid("event_id").notNull(),
    channel: text("channel", { enum: messageChannels }).notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject"),
    body: text("body").notNull(),
    status: text("status", { enum: messageStatuses }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    unique("messages_event_key").on(table.eventId, table.channel, table.recipient),
    index("messages_status_idx").on(table.status, table.nextAttemptAt),
  ],
);

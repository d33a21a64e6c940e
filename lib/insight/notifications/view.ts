import type { MessageView } from "./schema";
import type { MessageRow } from "./store";

/** The message as its readers see it: the text of a sent one is not shown (product.md, Notifications). */
export function viewMessage(row: MessageRow): MessageView {
  return {
    id: row.id,
    eventId: row.eventId,
    channel: row.channel,
    recipient: row.recipient,
    subject: row.subject,
    body: row.status === "Sent" ? null : row.body,
    status: row.status,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

import type { MessageView } from "./schema";
import type { MessageRow } from "./store/messages";
import { wordMessage } from "./word-message";

/** The message as its readers see it: the text of a sent one is not shown (product.md, Notifications). */
export function viewMessage(row: MessageRow): MessageView {
  return {
    id: row.id,
    eventId: row.eventId,
    channel: row.channel,
    recipient: row.recipient,
    kind: row.kind,
    language: row.locale,
    ...wordMessage(row),
    status: row.status,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

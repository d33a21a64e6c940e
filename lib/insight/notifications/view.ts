import type { Context } from "@/lib/core/context";
import { findScope } from "@/lib/core/permissions";

import { isRetriable } from "./rules";
import type { MessageView } from "./schema";
import type { MessageRow } from "./store/messages";
import { wordMessage } from "./word-message";

/** The message as its readers see it: the text of a sent one is not shown (product.md, Notifications). */
export function viewMessage(ctx: Context, row: MessageRow): MessageView {
  const { subject, body } = wordMessage(row);
  return {
    id: row.id,
    eventId: row.eventId,
    channel: row.channel,
    recipient: row.recipient,
    kind: row.kind,
    language: row.locale,
    subject,
    body,
    status: row.status,
    attempts: row.attempts,
    reason: row.reason,
    lastError: row.lastError,
    nextAttemptAt: row.status === "Pending" ? row.nextAttemptAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    can: isRetriable(row) && findScope(ctx, "message.retry") ? ["retry"] : [],
  };
}

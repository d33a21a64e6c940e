import type { Context } from "@/lib/core/context";
import { findScope } from "@/lib/core/permissions";
import { findRinging } from "@/lib/insight/inbox/inside";

import { isRetriable } from "./rules";
import type { MessageView } from "./schema";
import { findNames } from "./store/addressees";
import type { MessageRow } from "./store/messages";
import { wordMessage } from "./word-message";

/** Messages as their readers see them, with whose they are and what they ring. */
export async function viewMessages(
  ctx: Context,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const names = await findNames(
    ctx,
    rows.flatMap(({ userId }) => userId ?? []),
  );
  const ringing = await findRinging(
    ctx,
    rows.filter(isPush).map(({ recipient }) => recipient),
  );
  return rows.map((row) =>
    viewMessage(ctx, row, {
      recipientName: (row.userId !== null && names.get(row.userId)) || null,
      rings: (isPush(row) && ringing.get(row.recipient)) || null,
    }),
  );
}

const isPush = ({ channel }: MessageRow) => channel === "WebPush" || channel === "AppPush";

/** The text of a sent one is not shown (product.md, Notifications). */
function viewMessage(
  ctx: Context,
  row: MessageRow,
  to: Pick<MessageView, "recipientName" | "rings">,
): MessageView {
  const { subject, body } = wordMessage(row);
  return {
    id: row.id,
    eventId: row.eventId,
    channel: row.channel,
    recipient: row.recipient,
    ...to,
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

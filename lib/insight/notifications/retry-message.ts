import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { recordAudit, type AuditEntry } from "@/lib/records/audit/inside";

import { isRetriable } from "./rules";
import type { MessageView, RetriedMessages } from "./schema";
import { lockMessage, lockParked, reopenMessages, type MessageRow } from "./store/messages";
import { viewMessages } from "./view";

/** Messages that are given one more try in one transaction at most. */
const mostTogether = 500;

/**
 * Gives a message that was given up one more try, which is due at once; if that fails it is given up again. Throws
 * `message.not_found` or `message.not_parked`.
 */
export async function retryMessage(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<MessageView> {
  scopeOf(ctx, "message.retry");
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, id);
    if (!message) throw fail("message.not_found");
    if (!isRetriable(message)) throw fail("message.not_parked");
    const nextAttemptAt = ctx.clock.real();
    await reopen(ctx, [message], nextAttemptAt);
    const [view] = await viewMessages(ctx, [{ ...message, status: "Pending", nextAttemptAt }]);
    if (!view) throw new Error("The message has no view.");
    return view;
  });
}

/** The same of all that were given up, some at a time; one that is given up again meanwhile is not tried twice. */
export async function retryAllMessages(ctx: Context): Promise<RetriedMessages> {
  scopeOf(ctx, "message.retry");
  let count = 0;
  let last: string | undefined;
  do {
    const after = last;
    const ids = await inTransaction(ctx, async (ctx) => {
      const parked = await lockParked(ctx, after, mostTogether);
      await reopen(ctx, parked, ctx.clock.real());
      return parked.map(({ id }) => id);
    });
    count += ids.length;
    last = ids.at(-1);
  } while (last !== undefined);
  return { count };
}

async function reopen(
  ctx: Context,
  parked: readonly Pick<MessageRow, "id" | "channel">[],
  nextAttemptAt: Date,
): Promise<void> {
  const ids = parked.map(({ id }) => id);
  await reopenMessages(ctx, ids, nextAttemptAt);
  await recordAudit(ctx, ...parked.map(auditOf));
}

const auditOf = ({ id, channel }: Pick<MessageRow, "id" | "channel">): AuditEntry => ({
  entity: "Message",
  entityId: id,
  action: "Retry",
  from: "Parked",
  to: "Pending",
  changes: { channel },
  businessId: null,
});

import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";

import { isRetriable } from "./rules";
import type { MessageView } from "./schema";
import { lockMessage, reopenMessage } from "./store/messages";
import { viewMessage } from "./view";

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
    await reopenMessage(ctx, id, nextAttemptAt);
    await recordAudit(ctx, {
      entity: "Message",
      entityId: id,
      action: "Retry",
      from: "Parked",
      to: "Pending",
      changes: { channel: message.channel },
      businessId: null,
    });
    return viewMessage(ctx, { ...message, status: "Pending", nextAttemptAt });
  });
}

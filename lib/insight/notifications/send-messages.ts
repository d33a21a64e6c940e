import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { backoffMs, maxAttempts, reasonOf } from "@/lib/records/outbox/inside";

import { leaseMs, type Transports } from "./rules";
import { claimMessage, storeOutcome, type MessageRow } from "./store/messages";
import { wordMessage } from "./word-message";

type Outcome = "sent" | "kept" | "failed" | "parked";

/**
 * Sends what is due, at most `limit` messages, by the channel's transport; a message whose channel has none is Kept
 * for an admin to read. A failure is tried again with backoff and parked after 8 tries. Nothing is sent inside a
 * transaction: a message is leased, so several workers share the work and a crash only repeats a try.
 */
export async function sendMessages(
  ctx: Context,
  transports: Transports,
  limit = 100,
): Promise<Record<Outcome, number>> {
  scopeOf(ctx, "message.send");
  const counts = { sent: 0, kept: 0, failed: 0, parked: 0 };
  for (let tried = 0; tried < limit; tried += 1) {
    const now = ctx.clock.real();
    const message = await claimMessage(ctx, now, new Date(now.getTime() + leaseMs));
    if (!message) break;
    counts[await sendOne(ctx, transports, message)] += 1;
  }
  return counts;
}

async function sendOne(
  ctx: Context,
  transports: Transports,
  message: MessageRow,
): Promise<Outcome> {
  const transport = transports[message.channel];
  if (!transport) {
    await storeOutcome(ctx, message.id, { status: "Kept", attempts: 0 });
    return "kept";
  }
  const { id, recipient, attempts } = message;
  try {
    const { subject, body } = wordMessage(message);
    await transport({ id, recipient, subject, body: body ?? "" });
  } catch (error) {
    const lastError = reasonOf(error);
    const parked = attempts >= maxAttempts;
    const nextAttemptAt = new Date(ctx.clock.real().getTime() + backoffMs(attempts));
    await storeOutcome(
      ctx,
      id,
      parked ? { status: "Parked", lastError } : { nextAttemptAt, lastError },
    );
    return parked ? "parked" : "failed";
  }
  const sent = { status: "Sent", values: {}, sentAt: ctx.clock.real(), lastError: null } as const;
  await storeOutcome(ctx, id, sent);
  return "sent";
}

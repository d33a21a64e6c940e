import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { maxAttempts, reasonOf } from "@/lib/records/outbox/inside";

import { composeMessage } from "./compose-message";
import { explainFailure } from "./explain-failure";
import { forgetReceiver } from "./find-receiver";
import { handOut, type Parcel } from "./hand-out-messages";
import { lanes, pauseOf, RingsNoMore, runMs, type Transports } from "./rules";
import { messageChannel, type MessageChannel } from "./schema";
import { ended, settleTogether, type Settle } from "./settle-tries";
import type { ClaimedMessage } from "./store/claims";

type Outcome = "sent" | "kept" | "failed" | "parked" | "gone" | "dropped";

/**
 * Sends what is due, for `forMs` milliseconds at most, by the channel's transport; a message whose channel has none is Kept
 * for an admin to read, and one that is of no use any more is put away. A failure is tried again with backoff and
 * parked after 8 tries. Nothing is sent inside a transaction: a message is leased, so several workers share the work
 * and a crash only repeats a try.
 */
export async function sendMessages(
  ctx: Context,
  transports: Transports,
  forMs = runMs,
): Promise<Record<Outcome, number>> {
  scopeOf(ctx, "message.send");
  return sendDue(ctx, transports, { forMs });
}

/**
 * The same of what one event told, by these transports alone: by other ways it waits for whoever has them. For the web
 * process that finds no worker.
 */
export async function sendMessagesOf(
  ctx: Context,
  transports: Transports,
  eventId: string,
): Promise<Record<Outcome, number>> {
  scopeOf(ctx, "worker.watch");
  const channels = messageChannel.options.filter((channel) => transports[channel]);
  return sendDue(ctx, transports, { forMs: Infinity, of: { eventId, channels } });
}

interface Which {
  /** After which nothing more is begun, in milliseconds. */
  readonly forMs: number;
  /** What one event told alone, by these channels. */
  readonly of?: { readonly eventId: string; readonly channels: readonly MessageChannel[] };
}

interface Ways {
  readonly transports: Transports;
  readonly settle: Settle;
}

async function sendDue(
  ctx: Context,
  transports: Transports,
  { forMs, of }: Which,
): Promise<Record<Outcome, number>> {
  const counts = { sent: 0, kept: 0, failed: 0, parked: 0, gone: 0, dropped: 0 };
  const endsAt = ctx.clock.real().getTime() + forMs;
  const settle = settleTogether(ctx);
  const carry = async (channel: MessageChannel) => {
    const which = { channel, eventId: of?.eventId, endsAt, settle };
    const next = handOut(ctx, which, (count) => (counts.dropped += count));
    const lane = async () => {
      for (let parcel = await next(); parcel; parcel = await next()) {
        counts[await sendTogether(ctx, { transports, settle }, parcel)] += parcel.messages.length;
      }
    };
    await Promise.all(Array.from({ length: lanes[channel] }, lane));
  };
  await Promise.all((of?.channels ?? messageChannel.options).map(carry));
  return counts;
}

/** Sends what was claimed together, one message or what one digest says. */
async function sendTogether(
  ctx: Context,
  { transports, settle }: Ways,
  { messages: claimed, known }: Parcel,
): Promise<Outcome> {
  const ids = claimed.map(({ id }) => id);
  const [first] = claimed;
  const transport = first && transports[first.channel];
  if (!transport) {
    await settle(ids, { status: "Kept", attempts: 0 });
    return "kept";
  }
  try {
    await transport(await composeMessage(ctx, claimed, known));
  } catch (error) {
    if (!(error instanceof RingsNoMore)) return failedWith(ctx, { claimed, settle }, error);
    // What rang is forgotten, and the message with it: there is nobody to try again for.
    for (const message of claimed) await forgetReceiver(ctx, message);
    await settle(ids, { ...ended, status: "Gone" });
    return "gone";
  }
  await settle(ids, { ...ended, status: "Sent", sentAt: ctx.clock.real() });
  return "sent";
}

async function failedWith(
  ctx: Context,
  { claimed, settle }: Pick<Ways, "settle"> & { readonly claimed: readonly ClaimedMessage[] },
  error: unknown,
): Promise<Outcome> {
  const failure = { reason: explainFailure(error), lastError: reasonOf(error) };
  const attempts = Math.max(...claimed.map((message) => message.attempts));
  const isParked = attempts >= maxAttempts;
  const pause = Math.max(...claimed.map(({ kind }) => pauseOf(kind, attempts)));
  const nextAttemptAt = new Date(ctx.clock.real().getTime() + pause);
  await settle(
    claimed.map(({ id }) => id),
    isParked ? { ...failure, status: "Parked" } : { ...failure, nextAttemptAt },
  );
  return isParked ? "parked" : "failed";
}

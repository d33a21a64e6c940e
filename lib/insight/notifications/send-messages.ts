import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { maxAttempts, reasonOf } from "@/lib/records/outbox/inside";

import { composeMessage } from "./compose-message";
import { explainFailure } from "./explain-failure";
import { forgetReceiver } from "./find-receiver";
import { whyUseless } from "./judge-message";
import { lanes, leaseMs, pauseOf, RingsNoMore, runMs, type Transports } from "./rules";
import { messageChannel, type MessageChannel } from "./schema";
import { claimMessages, storeOutcome, type MessageRow } from "./store/messages";

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

async function sendDue(
  ctx: Context,
  transports: Transports,
  { forMs, of }: Which,
): Promise<Record<Outcome, number>> {
  const counts = { sent: 0, kept: 0, failed: 0, parked: 0, gone: 0, dropped: 0 };
  const endsAt = ctx.clock.real().getTime() + forMs;
  const lane = async (channel: MessageChannel) => {
    const which = { channel, eventId: of?.eventId };
    for (let now = ctx.clock.real(); now.getTime() < endsAt; now = ctx.clock.real()) {
      const until = new Date(now.getTime() + leaseMs);
      const claimed = await inTransaction(ctx, (ctx) =>
        claimMessages(ctx, { now, until, ...which }),
      );
      if (claimed.length === 0) return;
      const useful = await dropUseless(ctx, claimed);
      counts.dropped += claimed.length - useful.length;
      if (useful.length === 0) continue;
      counts[await sendTogether(ctx, transports, useful)] += useful.length;
    }
  };
  const channels = of?.channels ?? messageChannel.options;
  await Promise.all(
    channels.flatMap((channel) => Array.from({ length: lanes[channel] }, () => lane(channel))),
  );
  return counts;
}

/** Puts away what came to be of no use while it waited; answers the others. */
async function dropUseless(ctx: Context, claimed: readonly MessageRow[]): Promise<MessageRow[]> {
  const useful: MessageRow[] = [];
  for (const message of claimed) {
    const reason = await whyUseless(ctx, message);
    if (reason === null) useful.push(message);
    else await storeOutcome(ctx, [message.id], { ...ended, status: "Dropped", reason });
  }
  return useful;
}

/** What is left of a message that is done with: no text, for it may hold a link. */
const ended = { values: {}, reason: null, lastError: null } as const;

/** Sends what was claimed together, one message or what one digest says. */
async function sendTogether(
  ctx: Context,
  transports: Transports,
  claimed: readonly MessageRow[],
): Promise<Outcome> {
  const ids = claimed.map(({ id }) => id);
  const [first] = claimed;
  const transport = first && transports[first.channel];
  if (!transport) {
    await storeOutcome(ctx, ids, { status: "Kept", attempts: 0 });
    return "kept";
  }
  try {
    await transport(await composeMessage(ctx, claimed));
  } catch (error) {
    return error instanceof RingsNoMore ? goneWith(ctx, claimed) : failedWith(ctx, claimed, error);
  }
  const sentAt = ctx.clock.real();
  await storeOutcome(ctx, ids, { ...ended, status: "Sent", sentAt });
  return "sent";
}

/** What rang is forgotten, and the message with it: there is nobody to try again for. */
async function goneWith(ctx: Context, claimed: readonly MessageRow[]): Promise<Outcome> {
  for (const message of claimed) await forgetReceiver(ctx, message);
  const ids = claimed.map(({ id }) => id);
  await storeOutcome(ctx, ids, { ...ended, status: "Gone" });
  return "gone";
}

async function failedWith(
  ctx: Context,
  claimed: readonly MessageRow[],
  error: unknown,
): Promise<Outcome> {
  const failure = { reason: explainFailure(error), lastError: reasonOf(error) };
  const attempts = Math.max(...claimed.map((message) => message.attempts));
  const isParked = attempts >= maxAttempts;
  const pause = Math.max(...claimed.map(({ kind }) => pauseOf(kind, attempts)));
  const nextAttemptAt = new Date(ctx.clock.real().getTime() + pause);
  await storeOutcome(
    ctx,
    claimed.map(({ id }) => id),
    isParked ? { ...failure, status: "Parked" } : { ...failure, nextAttemptAt },
  );
  return isParked ? "parked" : "failed";
}

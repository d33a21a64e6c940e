import { inTransaction, type Context } from "@/lib/core/context";

import { whyUseless } from "./judge-message";
import { claimedAtOnce, leaseMs } from "./rules";
import type { MessageChannel } from "./schema";
import { ended, type Settle } from "./settle-tries";
import { claimMessages, releaseMessages, type ClaimedMessage } from "./store/claims";
import { gatherKnown, type Known } from "./store/known";

/** What goes out as one, a message or what one digest says, and what is known of it. */
export interface Parcel {
  readonly messages: readonly ClaimedMessage[];
  readonly known: Known;
}

interface Which {
  readonly channel: MessageChannel;
  /** Of this event alone. */
  readonly eventId: string | undefined;
  /** After which nothing is handed out any more, milliseconds since 1970. */
  readonly endsAt: number;
  readonly settle: Settle;
}

/**
 * Claims many of the channel's messages at once and hands them out one by one, to whoever asks next; null where nothing
 * is due, or the time is over. What has come to be of no use is put away, `onDropped` says how many. What nobody began
 * before the time was over, or half of its lease, is as if it had never been claimed.
 */
export function handOut(ctx: Context, which: Which, onDropped: (count: number) => void) {
  let waiting: Parcel[] = [];
  let until = 0;
  let claiming: Promise<boolean> | null = null;

  const release = async () => {
    const rest = waiting.flatMap(({ messages }) => messages);
    waiting = [];
    if (rest.length > 0) await releaseMessages(ctx, rest);
  };
  const claim = async () => {
    const now = ctx.clock.real();
    until = Math.min(which.endsAt, now.getTime() + leaseMs / 2);
    const most = claimedAtOnce[which.channel];
    const lease = { now, until: new Date(now.getTime() + leaseMs), most };
    const claimed = await inTransaction(ctx, (ctx) => claimMessages(ctx, { ...which, ...lease }));
    const known = await gatherKnown(ctx, claimed.flat());
    const useful = await dropUseless(ctx, claimed, { known, settle: which.settle });
    onDropped(claimed.flat().length - useful.flat().length);
    waiting = useful.map((messages) => ({ messages, known }));
    return claimed.length > 0;
  };
  return async function next(): Promise<Parcel | null> {
    for (;;) {
      const now = ctx.clock.real().getTime();
      if (now >= until) await release();
      const parcel = waiting.shift();
      if (parcel) return parcel;
      if (now >= which.endsAt) return null;
      claiming ??= claim().finally(() => (claiming = null));
      if (!(await claiming)) return null;
    }
  };
}

/** Puts away what came to be of no use while it waited; answers the others. */
async function dropUseless(
  ctx: Context,
  claimed: readonly ClaimedMessage[][],
  { known, settle }: { readonly known: Known; readonly settle: Settle },
): Promise<ClaimedMessage[][]> {
  const useful: ClaimedMessage[][] = [];
  const dropped: Promise<void>[] = [];
  for (const messages of claimed) {
    const kept: ClaimedMessage[] = [];
    for (const message of messages) {
      const reason = await whyUseless(ctx, message, known);
      if (reason === null) kept.push(message);
      else dropped.push(settle([message.id], { ...ended, status: "Dropped", reason }));
    }
    if (kept.length > 0) useful.push(kept);
  }
  await Promise.all(dropped);
  return useful;
}

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

interface Waiting {
  readonly parcel: Parcel;
  /** It may be begun until then, milliseconds since 1970. */
  readonly until: number;
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
 * is due, or the time is over. The next are claimed while half of the last are still to be handed out, so that nobody
 * waits for them. What has come to be of no use is put away, `onDropped` says how many. What nobody began before the
 * time was over, or half of its lease, is as if it had never been claimed.
 */
export function handOut(ctx: Context, which: Which, onDropped: (count: number) => void) {
  const most = claimedAtOnce[which.channel];
  let waiting: Waiting[] = [];
  let isMore = true;
  let claiming: Promise<void> | null = null;

  const claim = async () => {
    const now = ctx.clock.real();
    const until = Math.min(which.endsAt, now.getTime() + leaseMs / 2);
    const lease = { now, until: new Date(now.getTime() + leaseMs), most };
    const claimed = await inTransaction(ctx, (ctx) => claimMessages(ctx, { ...which, ...lease }));
    const known = await gatherKnown(ctx, claimed.flat());
    const useful = await dropUseless(ctx, claimed, { known, settle: which.settle });
    onDropped(claimed.flat().length - useful.flat().length);
    waiting.push(...useful.map((messages) => ({ parcel: { messages, known }, until })));
    isMore = claimed.length > 0;
    claiming = null;
  };
  const claimMore = () => {
    claiming ??= claim();
    // Whoever runs out of parcels hears of a failure, then and later: the run is over.
    claiming.catch(() => undefined);
    return claiming;
  };
  /** Gives back what may not be begun any more. */
  const release = async (now: number) => {
    const over = waiting.filter(({ until }) => until <= now);
    waiting = waiting.filter(({ until }) => until > now);
    const rest = over.flatMap(({ parcel }) => parcel.messages);
    if (rest.length > 0) await releaseMessages(ctx, rest);
  };
  return async function next(): Promise<Parcel | null> {
    for (;;) {
      const now = ctx.clock.real().getTime();
      if (now >= which.endsAt) await claiming;
      await release(now);
      const found = waiting.shift();
      if (found && waiting.length < Math.floor(most / 2) && isMore) void claimMore();
      if (found) return found.parcel;
      if (now >= which.endsAt) return null;
      await claimMore();
      if (!isMore && waiting.length === 0) return null;
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

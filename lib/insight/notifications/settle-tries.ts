import type { Context } from "@/lib/core/context";

import { storeOutcome, type TryOutcome } from "./store/messages";

/** Notes how a try of these went; done when it stands in the database. */
export type Settle = (ids: readonly string[], outcome: TryOutcome) => Promise<void>;

/** What is left of a message that is done with: no text, for it may hold a link. */
export const ended = { values: {}, reason: null, lastError: null } as const;

interface Noted {
  readonly outcome: TryOutcome;
  readonly ids: string[];
}

/**
 * Notes outcomes as soon as they are known, and those that come while others are being written together: a message that
 * went out is not known to have gone for the length of a statement only, after which a crash does not repeat it.
 */
export function settleTogether(ctx: Context): Settle {
  let next: { noted: Map<string, Noted>; written: Promise<void> } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return (ids, outcome) => {
    if (!next) {
      const noted = new Map<string, Noted>();
      const write = async (before: Promise<unknown>) => {
        await before;
        next = null;
        for (const { ids, outcome } of noted.values()) await storeOutcome(ctx, ids, outcome);
      };
      const written = write(last);
      // Whoever waits for it hears of a failure; the next is written all the same.
      last = written.catch(() => undefined);
      next = { noted, written };
    }
    // Those that went out within the same statement's time were sent at the same moment.
    const key = JSON.stringify({ ...outcome, sentAt: null });
    const same = next.noted.get(key);
    if (same) same.ids.push(...ids);
    else next.noted.set(key, { outcome, ids: [...ids] });
    return next.written;
  };
}

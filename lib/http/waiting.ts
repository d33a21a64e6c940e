import { setTimeout as pause } from "node:timers/promises";

import { and, eq, lt, sql } from "drizzle-orm";

import { idempotencyWaiters } from "@/db/schema/http";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

/** How long a repeated request waits for the first one's result, and how many of a caller's at most (product.md, Booking). */
export interface Patience {
  readonly waitMs: number;
  readonly waiters: number;
}

export const usualPatience: Patience = { waitMs: 10_000, waiters: 4 };

/** Milliseconds between two looks: short at first, because most requests are. */
const [shortest, longest] = [20, 250];

/**
 * Looks until there is something to be seen, the last time when patience ends. Between two looks no connection is
 * held: a waiter is a row that says until when it counts, so that all processes count the same, and one that died
 * stops counting by itself. Throws idempotency.in_progress: at once where enough of the caller's wait already, and
 * when patience has ended.
 */
export async function waitFor<T>(
  ctx: Context,
  caller: string,
  look: () => Promise<T | null>,
  patience: Patience = usualPatience,
): Promise<T> {
  const until = performance.now() + patience.waitMs;
  const id = await sitDown(ctx, caller, patience);
  try {
    for (let next = shortest; ; next = Math.min(2 * next, longest)) {
      const left = until - performance.now();
      if (left <= 0) throw fail("idempotency.in_progress");
      await pause(Math.min(next, left));
      const seen = await look();
      if (seen !== null) return seen;
    }
  } finally {
    await ctx.db.delete(idempotencyWaiters).where(eq(idempotencyWaiters.id, id));
  }
}

async function sitDown(ctx: Context, caller: string, { waitMs, waiters }: Patience) {
  return inTransaction(ctx, async (ctx) => {
    // By the database's clock: the processes' may differ. The lock is for a moment, and this caller's alone.
    await ctx.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`waiters ${caller}`}, 0))`,
    );
    const ofCaller = eq(idempotencyWaiters.caller, caller);
    await ctx.db
      .delete(idempotencyWaiters)
      .where(and(ofCaller, lt(idempotencyWaiters.waitsUntil, sql`clock_timestamp()`)));
    if ((await ctx.db.$count(idempotencyWaiters, ofCaller)) >= waiters) {
      throw fail("idempotency.in_progress");
    }
    const id = newId();
    const waitsUntil = sql`clock_timestamp() + ${waitMs} * interval '1 millisecond'`;
    await ctx.db.insert(idempotencyWaiters).values({ id, caller, waitsUntil });
    return id;
  });
}

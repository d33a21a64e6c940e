import { sql } from "drizzle-orm";

import { type Context, inTransaction } from "./context";
import { fail } from "./errors";
import { makeShare, type Share } from "./share";

/** How long one statement of a report may take, in milliseconds. */
const statementMs = 8_000;
/** Of a pool's connections, the part that reports may have at once: a fifth. */
const part = 5;

/** The places of reports in a pool of so many connections, of which they may never have all (but of one). */
export const reportShare = (connections: number): Share =>
  makeShare(Math.max(1, Math.floor(connections / part)), { waitMs: 5_000, waiters: 50 });

/**
 * Reads what goes through many rows, so that it takes neither the house's connections nor their time: in one of the few
 * places that reports have, on one connection, with an end to each statement, and planned for the very values asked
 * for. A plan kept for any values joins in an order that a few more rows turn from good to 50 times worse
 * (docs/decisions/reports-have-their-share.md). Throws `report.busy` where no place is free within 5 s.
 */
export async function asReport<C extends Context, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  const busy = () => fail("report.busy");
  return ctx.reports.take(
    () =>
      inTransaction(ctx, async (ctx) => {
        await ctx.db.execute(sql`
          select set_config('statement_timeout', ${String(statementMs)}, true),
            set_config('plan_cache_mode', 'force_custom_plan', true)`);
        return work(ctx);
      }),
    busy,
  );
}

import { and, eq, lt, sql } from "drizzle-orm";

import { stationImports } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

/**
 * Takes the scope for a run and gives its id; null where another has it that spoke after `silentSince`. The lock is
 * for a run that is one transaction, whose row nobody else sees until it is over.
 */
export async function takeRun(
  ctx: Context,
  scope: string,
  silentSince: Date,
): Promise<string | null> {
  const [lock] = await ctx.db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`stations.import ${scope}`}, 0)) as taken`,
  );
  if (!lock?.taken) return null;
  const runId = newId();
  const row = { runId, aliveAt: ctx.clock.now() };
  const taken = await ctx.db
    .insert(stationImports)
    .values({ scope, ...row })
    .onConflictDoUpdate({
      target: stationImports.scope,
      set: row,
      setWhere: lt(stationImports.aliveAt, silentSince),
    })
    .returning({ scope: stationImports.scope });
  return taken.length > 0 ? runId : null;
}

/** Says that the run still goes; false where another has taken its place. */
export async function keepRun(ctx: Context, runId: string): Promise<boolean> {
  const kept = await ctx.db
    .update(stationImports)
    .set({ aliveAt: ctx.clock.now() })
    .where(eq(stationImports.runId, runId))
    .returning({ scope: stationImports.scope });
  return kept.length > 0;
}

/** Ends the run. */
export async function endRun(ctx: Context, scope: string, runId: string): Promise<void> {
  await ctx.db
    .delete(stationImports)
    .where(and(eq(stationImports.scope, scope), eq(stationImports.runId, runId)));
}

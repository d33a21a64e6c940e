import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { sessionPauses } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

export async function insertPause(ctx: Context, sessionId: string, pausedAt: Date): Promise<void> {
  await ctx.db
    .insert(sessionPauses)
    .values({ sessionId, pausedAt })
    // Paused, resumed and paused again in the same millisecond: one stretch.
    .onConflictDoUpdate({
      target: [sessionPauses.sessionId, sessionPauses.pausedAt],
      set: { resumedAt: null },
    });
}

export async function endPauses(ctx: Context, sessionId: string, resumedAt: Date): Promise<void> {
  await ctx.db
    .update(sessionPauses)
    // A pause that began after what counts as the end took no time.
    .set({
      resumedAt: sql`greatest(${sessionPauses.pausedAt}, ${resumedAt.toISOString()}::timestamptz)`,
    })
    .where(and(eq(sessionPauses.sessionId, sessionId), isNull(sessionPauses.resumedAt)));
}

/** The stretches in which the session stood still, in order. */
export async function findPauses(ctx: Context, sessionId: string) {
  const { pausedAt, resumedAt } = sessionPauses;
  return ctx.db
    .select({ pausedAt, resumedAt })
    .from(sessionPauses)
    .where(eq(sessionPauses.sessionId, sessionId))
    .orderBy(asc(pausedAt));
}

/** How long the session stood paused in all, in milliseconds; a pause that goes on does not count yet. */
export async function findPausedMs(ctx: Context, sessionId: string): Promise<number> {
  const { pausedAt, resumedAt } = sessionPauses;
  const [row] = await ctx.db
    .select({
      ms: sql<string>`coalesce(sum(extract(epoch from ${resumedAt} - ${pausedAt}) * 1000), 0)::bigint`,
    })
    .from(sessionPauses)
    .where(eq(sessionPauses.sessionId, sessionId));
  return Number(row?.ms ?? 0);
}

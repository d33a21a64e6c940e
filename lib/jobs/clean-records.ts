import { lt } from "drizzle-orm";

import { idempotencyKeys, idempotencyWaiters, rateLimits } from "@/db/schema/http";
import { jobRuns } from "@/db/schema/jobs";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { readPublishedSettings } from "@/lib/records/settings";

const runDays = 30;

/** Removes what belongs to no room and is of no more use, by the real clock; returns how much. */
export async function cleanRecords(
  ctx: Context,
): Promise<{ idempotencyKeys: number; rateLimits: number; jobRuns: number }> {
  scopeOf(ctx, "record.clean");
  const now = ctx.clock.real();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const { idempotencyDays } = await readPublishedSettings(ctx);
  const { db } = ctx;
  const keys = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, daysAgo(idempotencyDays)));
  await db.delete(idempotencyWaiters).where(lt(idempotencyWaiters.waitsUntil, now));
  const limits = await db.delete(rateLimits).where(lt(rateLimits.windowEndsAt, now));
  const runs = await db.delete(jobRuns).where(lt(jobRuns.startedAt, daysAgo(runDays)));
  return { idempotencyKeys: keys.count, rateLimits: limits.count, jobRuns: runs.count };
}

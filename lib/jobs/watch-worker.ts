import { jobRuns } from "@/db/schema/jobs";
import { inTransaction, type Context } from "@/lib/core/context";
import { idOf } from "@/lib/core/ids";
import { minuteMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { sendMessagesOf, tellAdmins } from "@/lib/insight/notifications";

import { findLastRuns, type LastRun } from "./find-last-runs";

/** How long no worker is heard of until it is told: a living one says once a minute that it lives. */
const silentMs = 3 * minuteMs;

/**
 * A web process's look whether any worker lives: where none has begun a run for three minutes, since `watching` at
 * least, when this process began to look, the administrators are told, once an outage however many processes look, and
 * this process sends what it wrote them, or another wrote, by the ways out that it has. The worker cannot, being dead.
 * Before the first run ever it counts from `watching`. By the real clock, as runs are recorded. Returns since when it
 * has been silent, and how many were told by this look; null while a worker lives.
 */
export async function watchWorker(
  ctx: Context,
  watching: Date,
): Promise<{ since: Date; told: number } | null> {
  scopeOf(ctx, "worker.watch");
  const now = ctx.clock.real();
  // What a clock that was ahead recorded says nothing of who lives now.
  const runs = (await findLastRuns(ctx)).filter(({ startedAt }) => startedAt <= now);
  const last = latestOf(runs);
  const since = last?.startedAt ?? watching;
  const heardAt = Math.max(since.getTime(), watching.getTime());
  if (now.getTime() - heardAt < silentMs) return null;
  const eventId = idOf(`outage/${last?.id ?? "first"}`);
  const told = await tellOnce(ctx, { eventId, since });
  await sendMessagesOf(ctx, ctx.ports.transports(), eventId);
  return { since, told };
}

/** The same one for every process that looks. */
function latestOf(runs: readonly LastRun[]): LastRun | undefined {
  const [latest] = runs.toSorted(
    (one, other) =>
      other.startedAt.getTime() - one.startedAt.getTime() || (one.id < other.id ? 1 : -1),
  );
  return latest;
}

/** Whoever records the outage first tells it; a notification that somebody deletes does not come again. */
async function tellOnce(
  ctx: Context,
  silence: { readonly eventId: string; readonly since: Date },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const at = ctx.clock.real();
    const run = { id: silence.eventId, name: "watch", startedAt: at, finishedAt: at };
    const [recorded] = await ctx.db
      .insert(jobRuns)
      .values({ ...run, succeeded: true })
      .onConflictDoNothing()
      .returning({ id: jobRuns.id });
    return recorded ? tellAdmins(ctx, silence) : 0;
  });
}

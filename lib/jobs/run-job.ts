import { eq } from "drizzle-orm";

import { jobRuns } from "@/db/schema/jobs";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { minuteMs } from "@/lib/core/durations";
import { jobActor } from "@/lib/core/job-actor";

import { jobs, type Counts, type WorkerJob, type JobName } from "./jobs";

/** A run that is over. */
export interface JobRun {
  readonly name: JobName;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly result: Counts;
}

/**
 * Runs a job now, in its own name, and records when, what it did, and what went wrong; the error is thrown on.
 * Safe while the same job runs elsewhere.
 */
export async function runJob(ctx: Context, name: JobName): Promise<JobRun> {
  const id = newId();
  const startedAt = ctx.clock.real();
  await ctx.db.insert(jobRuns).values({ id, name, startedAt });
  try {
    const result = await perform(ctx, name);
    const finishedAt = ctx.clock.real();
    await finish(ctx, id, { finishedAt, succeeded: true, result });
    return { name, startedAt, finishedAt, result };
  } catch (error) {
    await finish(ctx, id, { finishedAt: ctx.clock.real(), succeeded: false, error: words(error) });
    throw error;
  }
}

/**
 * The same for a job that runs all the time: a run is recorded when it did something, when it failed, and
 * otherwise when `quietSince` is more than a minute ago, so that its record shows that it is alive.
 */
export async function runQuietly(
  ctx: Context,
  name: JobName,
  quietSince: Date | null,
): Promise<{ result: Counts; recorded: boolean }> {
  const startedAt = ctx.clock.real();
  const record = async (outcome: Partial<typeof jobRuns.$inferInsert>) => {
    const finishedAt = ctx.clock.real();
    await ctx.db.insert(jobRuns).values({ id: newId(), name, startedAt, finishedAt, ...outcome });
  };
  try {
    const result = await perform(ctx, name);
    const didSomething = Object.values(result).some((count) => count > 0);
    const recorded =
      didSomething || !quietSince || startedAt.getTime() - quietSince.getTime() > minuteMs;
    if (recorded) await record({ succeeded: true, result });
    return { result, recorded };
  } catch (error) {
    await record({ succeeded: false, error: words(error) });
    throw error;
  }
}

function perform(ctx: Context, name: JobName): Promise<Counts> {
  const job: WorkerJob = jobs[name];
  return job.run({ ...ctx, actor: jobActor(name) });
}

async function finish(
  ctx: Context,
  id: string,
  outcome: Partial<typeof jobRuns.$inferInsert>,
): Promise<void> {
  await ctx.db.update(jobRuns).set(outcome).where(eq(jobRuns.id, id));
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { database } from "@/db/client";
import { jobActor } from "@/lib/core/job-actor";
import { requestContext } from "@/lib/process/context";
import { refuseDemoLogins } from "@/lib/process/demo-logins";
import { logger } from "@/lib/process/log";
import { checkStart } from "@/lib/process/start-check";

import type { JobName } from "./jobs";
import { runLoops } from "./loops";
import { runQueue } from "./queue";
import { runJob, runQuietly } from "./run-job";

/** Longer than any job should take to end, shorter than the 10 s that a process has (quality.md, Operability). */
const drainMs = 9_000;

/** `npm run worker`: scheduled jobs, the outbox and messages, until SIGTERM. Several may run at once. */
async function main(): Promise<void> {
  for (const warning of checkStart(process.env, "worker")) logger.warn(warning);
  const stopping = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) return;
      logger.info({ signal: name }, "the worker stops");
      stopping.abort();
      setTimeout(() => {
        logger.warn("the worker ends with a job unfinished; another one repeats it");
        process.exit(0);
      }, drainMs).unref();
    });
  }
  // A connection that breaks at the wrong moment must not take the worker with it.
  process.on("unhandledRejection", (error) => logger.error({ err: error }, "unhandled rejection"));
  // Before anybody else asks for the pool: a job has more time than a request.
  const pool = database("job");
  await refuseDemoLogins(process.env, (words) => {
    logger.fatal(words);
    process.exit(1);
  });
  logger.info("the worker runs");
  const url = process.env.DATABASE_URL ?? "";
  await Promise.all([
    runQueue(url, performTimed, stopping.signal),
    runLoops(performSteady, stopping.signal),
  ]);
  await pool.close();
  logger.info("the worker has stopped");
}

async function performTimed(name: JobName): Promise<void> {
  const { result } = await runJob(await requestContext(jobActor(name)), name);
  logger.info({ job: name, ...result }, "the job is done");
}

const recordedAt = new Map<JobName, Date>();

async function performSteady(name: JobName): Promise<boolean> {
  const ctx = await requestContext(jobActor(name));
  const { result, recorded } = await runQuietly(ctx, name, recordedAt.get(name) ?? null);
  if (recorded) recordedAt.set(name, ctx.clock.real());
  const didSomething = Object.values(result).some((count) => count > 0);
  if (didSomething) logger.info({ job: name, ...result }, "the job is done");
  return didSomething;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    logger.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);

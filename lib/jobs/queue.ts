import { setTimeout as sleep } from "node:timers/promises";

import { Logger, run, type Runner } from "graphile-worker";

import { logger } from "@/lib/process/log";

import { minuteMs } from "@/lib/core/durations";

import { jobs, type WorkerJob, type JobName } from "./jobs";

const longestWaitMs = 30_000;

/**
 * Runs the jobs that go by the clock until the signal: the queue in PostgreSQL sees to it that one worker of all
 * runs each, tries a failed one again, and hands on what a killed worker had taken. When the database goes away
 * the queue is started anew, with growing pauses, until it is back.
 */
export async function runQueue(
  connectionString: string,
  perform: (name: JobName) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let wait = 1_000;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await runUntilEnd(connectionString, perform, signal);
    } catch (error) {
      logger.warn({ err: error }, "the job queue stopped");
    }
    if (signal.aborted) return;
    wait = performance.now() - began > minuteMs ? 1_000 : Math.min(wait * 2, longestWaitMs);
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

async function runUntilEnd(
  connectionString: string,
  perform: (name: JobName) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const timed = Object.entries<WorkerJob>(jobs).filter(([, job]) => job.cron) as [
    JobName,
    WorkerJob,
  ][];
  const runner = await run({
    connectionString,
    maxPoolSize: 4,
    concurrency: 2,
    noHandleSignals: true,
    // Its details hold the whole connection; its words are enough.
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") logger.warn({ part: "queue" }, message);
    }),
    crontab: timed.map(([name, { cron }]) => `${cron} ${name} ?jobKey=${name}&max=3`).join("\n"),
    taskList: Object.fromEntries(timed.map(([name]) => [name, () => perform(name)])),
  });
  const stop = () => void runner.stop().catch(() => {});
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) stop();
    else await enqueueAtStart(runner, timed);
    await runner.promise;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** One run for all workers that start together. */
async function enqueueAtStart(
  runner: Runner,
  timed: readonly [JobName, WorkerJob][],
): Promise<void> {
  for (const [name, { onStart }] of timed) {
    if (onStart) await runner.addJob(name, {}, { jobKey: name, maxAttempts: 3 });
  }
}

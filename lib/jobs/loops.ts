import { setTimeout as sleep } from "node:timers/promises";

import { isDatabaseAway } from "@/db/client";
import { logger } from "@/lib/process/log";

import { jobs, type WorkerJob, type JobName } from "./jobs";

const longestWaitMs = 10_000;

/** Runs a job once; answers whether there was something to do. */
type Perform = (name: JobName) => Promise<boolean>;

/** Runs every job that goes all the time, each in a loop of its own, until the signal; failures slow a loop down. */
export async function runLoops(perform: Perform, signal: AbortSignal): Promise<void> {
  const steady = Object.entries<WorkerJob>(jobs) as [JobName, WorkerJob][];
  await Promise.all(
    steady.map(([name, { everyMs }]) => everyMs && runLoop(name, everyMs, perform, signal)),
  );
}

async function runLoop(
  name: JobName,
  everyMs: number,
  perform: Perform,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const began = performance.now();
    let didSomething = false;
    try {
      didSomething = await perform(name);
      if (failures > 0) logger.info({ job: name }, "the job runs again");
      failures = 0;
    } catch (error) {
      failures += 1;
      const away = isDatabaseAway(error);
      // An absent database is said once for each loop, not every second.
      if (!away || failures === 1) {
        logger[away ? "warn" : "error"]({ job: name, err: error }, "the job failed");
      }
    }
    const wait = waitAfter({ failures, didSomething, tookMs: performance.now() - began, everyMs });
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

/**
 * Milliseconds to wait after a run. One that had something to do for longer than its pause ended because its time was
 * over, not because nothing was left: it goes on at once, where a pause would be a quarter of the time of sending mails
 * and a third of handing events on.
 */
export function waitAfter({
  failures,
  didSomething,
  tookMs,
  everyMs,
}: {
  /** Runs that failed, one after the other, this one with them. */
  readonly failures: number;
  readonly didSomething: boolean;
  readonly tookMs: number;
  readonly everyMs: number;
}): number {
  if (failures > 0) return Math.min(1_000 * 2 ** (failures - 1), longestWaitMs);
  return didSomething && tookMs >= everyMs ? 0 : everyMs;
}

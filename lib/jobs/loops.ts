import { setTimeout as sleep } from "node:timers/promises";

import { isDatabaseAway } from "@/db/client";
import { logger } from "@/lib/process/log";

import { jobs, type WorkerJob, type JobName } from "./jobs";

const longestWaitMs = 10_000;

/** Runs every job that goes all the time, each in a loop of its own, until the signal; failures slow a loop down. */
export async function runLoops(
  perform: (name: JobName) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const steady = Object.entries<WorkerJob>(jobs) as [JobName, WorkerJob][];
  await Promise.all(
    steady.map(([name, { everyMs }]) => everyMs && runLoop(name, everyMs, perform, signal)),
  );
}

async function runLoop(
  name: JobName,
  everyMs: number,
  perform: (name: JobName) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await perform(name);
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
    const wait = failures ? Math.min(1_000 * 2 ** (failures - 1), longestWaitMs) : everyMs;
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

import { isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { minuteMs } from "@/lib/core/durations";
import { jobActor } from "@/lib/core/job-actor";
import { requestContext } from "@/lib/process/context";
import { logger } from "@/lib/process/log";

import { watchWorker } from "./watch-worker";

/**
 * Whoever could not look for so long begins to watch anew: while the database was away, or the whole machine asleep,
 * no worker could say that it lives, and it has its three minutes from then on.
 */
const gapMs = 1.5 * minuteMs;

const shared = globalThis as typeof globalThis & { baybookWatch?: NodeJS.Timeout };

/**
 * From now on this web process looks once a minute whether a worker lives; once a process, however often it is asked
 * for. Returns what ends it.
 */
export function startWatch(everyMs = minuteMs): () => void {
  if (!shared.baybookWatch) {
    const look = makeLook();
    void look();
    shared.baybookWatch = setInterval(look, everyMs).unref();
  }
  return () => {
    clearInterval(shared.baybookWatch);
    delete shared.baybookWatch;
  };
}

/** One look after another, never two at once: a mail server may let one wait longer than a minute. */
function makeLook(): () => Promise<void> {
  let watching = new Date(0);
  let lookedAt = watching;
  let isLooking = false;
  let failed = 0;
  return async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const ctx = await requestContext(jobActor("watch"));
      const now = ctx.clock.real();
      if (now.getTime() - lookedAt.getTime() > gapMs) watching = now;
      const silence = await watchWorker(ctx, watching);
      lookedAt = now;
      if (silence && silence.told > 0) logger.error(silence, "no worker is heard of");
      failed = 0;
    } catch (error) {
      failed += 1;
      sayFailure(error, failed);
    } finally {
      isLooking = false;
    }
  };
}

/**
 * Says that a look failed, the `count`-th one after another. A database that does not answer, or not in time, is said
 * by every request, and here once, in words: at the second look, for at the first whoever starts on a busy machine waits
 * for much. What else goes wrong is for whoever mends it.
 */
function sayFailure(error: unknown, count: number): void {
  if (!isDatabaseAway(error) && !isDatabaseSlow(error)) {
    logger.warn({ err: error }, "whether a worker lives could not be looked up");
  } else if (count === 2) {
    logger.warn("whether a worker lives cannot be looked up: the database does not answer in time");
  }
}

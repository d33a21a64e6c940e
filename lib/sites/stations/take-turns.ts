import { setImmediate } from "node:timers/promises";

import { fail } from "@/lib/core/errors";

/** Adds up work done, counted in characters read, and now and then lets other requests have their turn. */
export type TakeTurns = (characters: number) => Promise<void>;

/** About a millisecond of reading. */
export const aTurn = 64 * 1024;

/**
 * Turns for work that would keep the process busy for long. Throws `import.stopped` at a turn when whoever asked for
 * the work is gone.
 */
export function takeTurns(signal?: AbortSignal): TakeTurns {
  let done = 0;
  return async (characters) => {
    done += characters;
    if (done < aTurn) return;
    done = 0;
    await setImmediate();
    assertWanted(signal);
  };
}

/** Throws `import.stopped` when whoever asked is gone. */
export function assertWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw fail("import.stopped");
}

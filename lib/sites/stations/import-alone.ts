import { inTransaction, type Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";

import { endRun, keepRun, takeRun } from "./store/import-runs";

/** A run that says nothing for so long has died with its process; it speaks with every batch. */
const silenceMs = minuteMs;

/**
 * Does the work as the one import of the business, or of stations of nobody, that runs in any process. `stillRunning`
 * is for every batch's transaction. Throws `import.running` where another runs, or has taken this one for dead.
 */
export async function importAlone<T>(
  ctx: Context,
  businessId: string | null,
  work: (stillRunning: (ctx: Context) => Promise<void>) => Promise<T>,
): Promise<T> {
  const scope = businessId ?? "listed";
  const silentSince = new Date(ctx.clock.now().getTime() - silenceMs);
  const runId = await inTransaction(ctx, async (ctx) => takeRun(ctx, scope, silentSince));
  if (runId === null) throw fail("import.running");
  let result: T;
  try {
    result = await work(async (ctx) => {
      if (!(await keepRun(ctx, runId))) throw fail("import.running");
    });
  } catch (error) {
    // What was thrown is what matters; a run that cannot be ended now is dead in a minute.
    await endRun(ctx, scope, runId).catch(() => undefined);
    throw error;
  }
  await endRun(ctx, scope, runId);
  return result;
}

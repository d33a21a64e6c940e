import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import type { NewEvent } from "./schema";
import { insertEvents } from "./store";

/** Writes events in the caller's transaction; the worker delivers them after it commits. */
export async function publishEvent(ctx: Context, ...events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const at = ctx.clock.now();
  await insertEvents(
    ctx,
    events.map((event) => ({ ...event, id: newId(), at, nextAttemptAt: ctx.clock.real() })),
  );
}

import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { subjectOf } from "./rules";
import type { NewEvent } from "./schema";
import { insertEvents } from "./store/events";

/** Events in one statement: their values have to fit into what a statement may carry. */
const mostAtOnce = 2_000;

/**
 * Writes events in the caller's transaction, and for each who is to hear of it; the worker delivers them after it
 * commits. One statement, however many subscribers there are.
 */
export async function publishEvent(ctx: Context, ...events: readonly NewEvent[]): Promise<void> {
  const subscribers = ctx.ports.subscribers().filter(({ isOn }) => isOn?.(ctx.config) ?? true);
  const at = ctx.clock.now();
  for (let from = 0; from < events.length; from += mostAtOnce) {
    const rows = events
      .slice(from, from + mostAtOnce)
      .map((event) => ({ ...event, id: newId(), subject: subjectOf(event), at }));
    const heard = rows.flatMap(({ id: eventId, type }) =>
      subscribers
        .filter(({ on }) => on.includes(type))
        .map(({ name: subscriber }) => ({ eventId, subscriber })),
    );
    await insertEvents(ctx, rows, heard, ctx.clock.real());
  }
}

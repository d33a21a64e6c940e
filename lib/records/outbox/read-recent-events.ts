import type { Context } from "@/lib/core/context";
import { idAt } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";

import type { ToldEvent } from "./schema";
import { findEventsFrom } from "./store/events";

/** Events that are read again for whoever was away, at most: more is quicker asked for anew. */
const most = 1_000;

/**
 * Events written since the (real) instant, oldest first, delivered or not, for a live view that was away; null where
 * there are too many to tell.
 */
export async function readRecentEvents(ctx: Context, since: Date): Promise<ToldEvent[] | null> {
  scopeOf(ctx, "event.follow");
  const events = await findEventsFrom(ctx, idAt(since), most + 1);
  return events.length > most ? null : events;
}

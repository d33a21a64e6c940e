import type { Context } from "@/lib/core/context";
import { idAt } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";

import type { OutboxEvent } from "./schema";
import { findEventsFrom } from "./store";

/**
 * Events written since the (real) instant, oldest first, delivered or not: for live views, which ask again and again.
 * A long transaction may bring in an event behind later ones, so ask with some overlap. At most `mostEvents`.
 */
export async function readRecentEvents(
  ctx: Context,
  since: Date,
): Promise<Omit<OutboxEvent, "attempts">[]> {
  scopeOf(ctx, "event.follow");
  return findEventsFrom(ctx, idAt(since));
}

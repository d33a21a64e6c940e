import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { deliveredBefore } from "./rules";
import { deleteDelivered } from "./store/events";

/** Removes events of more than 30 days ago, unless one is parked or waits for a subscriber. Returns how many. */
export async function cleanEvents(ctx: Context): Promise<{ events: number }> {
  scopeOf(ctx, "event.clean");
  return { events: await deleteDelivered(ctx, deliveredBefore(ctx.clock.now())) };
}

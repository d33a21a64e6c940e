import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { deliveredBefore } from "./rules";
import { deleteDelivered } from "./store";

/** Removes events that were delivered more than 30 days ago; parked ones stay. Returns how many. */
export async function cleanEvents(ctx: Context): Promise<{ events: number }> {
  scopeOf(ctx, "event.clean");
  return { events: await deleteDelivered(ctx, deliveredBefore(ctx.clock.real())) };
}

import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { keptMs } from "./rules";
import { deleteBefore } from "./store/deliveries";

/** Removes what was sent to webhooks more than 30 days ago, with the answers. Returns how many deliveries. */
export async function cleanWebhooks(ctx: Context): Promise<{ webhookDeliveries: number }> {
  scopeOf(ctx, "webhook.clean");
  const before = new Date(ctx.clock.now().getTime() - keptMs);
  return { webhookDeliveries: await deleteBefore(ctx, before) };
}

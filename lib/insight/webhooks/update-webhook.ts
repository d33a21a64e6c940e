import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";

import { lockWebhook, type WebhookKey } from "./get-webhook";
import { recordWebhook } from "./record-webhook";
import { assertAddress } from "./rules";
import type { UpdateWebhook, WebhookView } from "./schema";
import { storeWebhook } from "./store/webhooks";
import { viewWebhook } from "./view";

/**
 * Changes a webhook; what is not named stays. Off, it hears of nothing and what waits for it stays where it is; on
 * again, or with another address, it begins as one that never failed.
 * Throws `webhook.not_found`, or `webhook.address` at `url`.
 */
export async function updateWebhook(
  ctx: Context,
  { id, ...patch }: WebhookKey & UpdateWebhook,
): Promise<WebhookView> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWebhook(ctx, "webhook.manage", { id });
    if (patch.url !== undefined) assertAddress(patch.url, ctx.config);
    const changes = changesOf(before, patch);
    if (Object.keys(changes).length === 0) return viewWebhook(before);
    const isFresh = "url" in changes || (patch.isActive === true && !before.isActive);
    const after = await storeWebhook(ctx, id, {
      ...patch,
      ...(isFresh && { switchedOffAt: null, failingSince: null, failures: 0, restsUntil: null }),
      updatedAt: ctx.clock.now(),
    });
    await recordWebhook(ctx, after, "Update", changes);
    return viewWebhook(after);
  });
}

import { inTransaction, type Context } from "@/lib/core/context";

import { lockWebhook, type WebhookKey } from "./get-webhook";
import { recordWebhook } from "./record-webhook";
import { deleteWebhook } from "./store/webhooks";

/** Removes a webhook with its log and everything that waits for it. Throws `webhook.not_found`. */
export async function removeWebhook(ctx: Context, key: WebhookKey): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const webhook = await lockWebhook(ctx, "webhook.manage", key);
    await deleteWebhook(ctx, webhook.id);
    await recordWebhook(ctx, webhook, "Delete", { url: webhook.url });
  });
}

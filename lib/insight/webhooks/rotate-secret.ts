import { inTransaction, type Context } from "@/lib/core/context";
import { seal } from "@/lib/core/seal";

import { lockWebhook, type WebhookKey } from "./get-webhook";
import { recordWebhook } from "./record-webhook";
import { aboutSecret, newSecret, rotationMs } from "./rules";
import type { WebhookWithSecret } from "./schema";
import { storeWebhook } from "./store/webhooks";
import { viewWebhook } from "./view";

/**
 * Makes a new secret and tells it, this once; the one before signs beside it for a day. An older one that still signed
 * stops at once. Throws `webhook.not_found`.
 */
export async function rotateSecret(ctx: Context, key: WebhookKey): Promise<WebhookWithSecret> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWebhook(ctx, "webhook.manage", key);
    const secret = newSecret();
    const after = await storeWebhook(ctx, before.id, {
      secret: seal(ctx.config.dataKeys, secret, aboutSecret(before.id)),
      oldSecret: before.secret,
      oldSecretUntil: new Date(ctx.clock.real().getTime() + rotationMs),
      updatedAt: ctx.clock.now(),
    });
    await recordWebhook(ctx, after, "RotateSecret");
    return { ...viewWebhook(after), secret };
  });
}

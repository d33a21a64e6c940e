import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";

import { lockWebhook } from "./get-webhook";
import type { WebhookDeliveryKey } from "./read-webhook-delivery";
import { recordWebhook } from "./record-webhook";
import { assertOn } from "./rules";
import type { WebhookDeliveryView } from "./schema";
import { lockDelivery, reopenDelivery } from "./store/deliveries";
import { storeWebhook } from "./store/webhooks";
import { stateOf, viewDelivery } from "./view";

/**
 * Sends a delivery once more, delivered or given up, in one try that is due at once. Throws `webhook.not_found`,
 * `webhook.off`, `webhook_delivery.not_found`, or `webhook_delivery.waiting` for one that is tried anyway.
 */
export async function resendDelivery(
  ctx: Context,
  { id, deliveryId }: WebhookDeliveryKey,
): Promise<WebhookDeliveryView> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWebhook(ctx, "webhook.manage", { id });
    const delivery = isUuid(deliveryId)
      ? await lockDelivery(ctx, { webhookId: before.id, deliveryId })
      : null;
    if (!delivery) throw fail("webhook_delivery.not_found");
    assertOn(before);
    if (stateOf(delivery) === "Waiting") throw fail("webhook_delivery.waiting");
    const webhook = await storeWebhook(ctx, before.id, { restsUntil: null });
    const reopened = await reopenDelivery(ctx, delivery.id, ctx.clock.real());
    await recordWebhook(ctx, webhook, "Resend", { event: delivery.type, deliveryId });
    return viewDelivery(ctx, webhook, reopened);
  });
}

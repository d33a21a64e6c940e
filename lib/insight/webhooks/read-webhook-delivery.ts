import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";

import { getWebhook } from "./get-webhook";
import type { WebhookDeliveryDetails } from "./schema";
import { findDelivery, findTries } from "./store/deliveries";
import { viewDetails } from "./view";

/** Which of a webhook's deliveries. */
export interface WebhookDeliveryKey {
  readonly id: string;
  readonly deliveryId: string;
}

/** One delivery with what was sent and every answer. Throws `webhook.not_found` or `webhook_delivery.not_found`. */
export async function readWebhookDelivery(
  ctx: Context,
  { id, deliveryId }: WebhookDeliveryKey,
): Promise<WebhookDeliveryDetails> {
  const webhook = await getWebhook(ctx, "webhook.read", { id });
  const delivery = isUuid(deliveryId)
    ? await findDelivery(ctx, { webhookId: webhook.id, deliveryId })
    : null;
  if (!delivery) throw fail("webhook_delivery.not_found");
  return viewDetails(ctx, webhook, delivery, await findTries(ctx, delivery.id));
}

import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { lockWebhook, type WebhookKey } from "./get-webhook";
import { recordWebhook } from "./record-webhook";
import { assertOn } from "./rules";
import { testType, type WebhookDeliveryView } from "./schema";
import { insertDeliveries } from "./store/deliveries";
import { storeWebhook } from "./store/webhooks";
import { viewDelivery } from "./view";

/**
 * Writes a test of the webhook, which the worker sends at once and once; the log tells what came of it.
 * Throws `webhook.not_found`, or `webhook.off`.
 */
export async function testWebhook(ctx: Context, key: WebhookKey): Promise<WebhookDeliveryView> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWebhook(ctx, "webhook.manage", key);
    assertOn(before);
    const webhook = await storeWebhook(ctx, before.id, { restsUntil: null });
    const now = ctx.clock.real();
    const [delivery] = await insertDeliveries(ctx, [
      {
        webhookId: webhook.id,
        eventId: newId(),
        type: testType,
        subject: `webhook/${webhook.id}`,
        at: ctx.clock.now(),
        data: { webhookId: webhook.id },
        isTest: true,
        createdAt: ctx.clock.now(),
        nextAttemptAt: now,
        givesUpAt: now,
      },
    ]);
    if (!delivery) throw new Error("The test was not written.");
    await recordWebhook(ctx, webhook, "Test");
    return viewDelivery(ctx, webhook, delivery);
  });
}

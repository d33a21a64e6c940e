import type { Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";

import { recordWebhook } from "./record-webhook";
import { isAway, isSpent, restMs } from "./rules";
import { storeTry, type Claimed } from "./store/claims";
import type { TryRow } from "./store/deliveries";
import { lockWebhookRow, storeWebhook, type WebhookRow } from "./store/webhooks";

export type Outcome = "sent" | "failed" | "parked";

/**
 * Writes down what came of a try, of the delivery and of its webhook, and switches that off where it is spent. In a
 * transaction. Null where another worker has taken the delivery over, or the webhook is gone.
 */
export async function settleTry(
  ctx: Context,
  { delivery, webhook: { id } }: Claimed,
  one: Omit<TryRow, "deliveryId">,
  nextAttemptAt: Date,
): Promise<Outcome | null> {
  const webhook = await lockWebhookRow(ctx, id);
  if (!webhook) return null;
  const now = ctx.clock.real();
  if (one.outcome === "Delivered") {
    if (!(await storeTry(ctx, delivery, one, { deliveredAt: now }))) return null;
    const through = { failingSince: null, failures: 0, restsUntil: null, lastDeliveredAt: now };
    await storeWebhook(ctx, id, through);
    return "sent";
  }
  const isGivenUp = now >= delivery.givesUpAt;
  const after = isGivenUp ? { failedAt: now } : { nextAttemptAt };
  if (!(await storeTry(ctx, delivery, one, after))) return null;
  await storeFailure(ctx, webhook, one, { now, isGivenUp, isTest: delivery.isTest });
  return isGivenUp ? "parked" : "failed";
}

async function storeFailure(
  ctx: Context,
  webhook: WebhookRow,
  { outcome, statusCode }: Pick<TryRow, "outcome" | "statusCode">,
  { now, isGivenUp, isTest }: { now: Date; isGivenUp: boolean; isTest: boolean },
): Promise<void> {
  // A test says nothing of what the business would have been told.
  if (isTest) return;
  const failures = isAway(outcome, statusCode) ? webhook.failures + 1 : 0;
  const failing = { failingSince: webhook.failingSince ?? now, failures };
  const restsUntil = failures > 0 ? new Date(now.getTime() + restMs(failures)) : null;
  if (!webhook.isActive || !isSpent(failing, { status: statusCode, isGivenUp, now })) {
    await storeWebhook(ctx, webhook.id, { ...failing, restsUntil });
    return;
  }
  const off = { isActive: false, switchedOffAt: now, updatedAt: ctx.clock.now() };
  await storeWebhook(ctx, webhook.id, { ...failing, restsUntil: null, ...off });
  await recordWebhook(ctx, webhook, "SwitchOff", { isActive: [true, false] });
  const { id: webhookId, businessId } = webhook;
  const payload = { webhookId, businessId };
  await publishEvent(ctx, { type: "webhook.switched_off", payload, businessId });
}

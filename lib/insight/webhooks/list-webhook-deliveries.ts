import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";

import { getWebhook, type WebhookKey } from "./get-webhook";
import type { ListWebhookDeliveries, WebhookDeliveryView } from "./schema";
import { findDeliveries } from "./store/deliveries";
import { viewDelivery } from "./view";

/** What was sent to a webhook in the last 30 days, and what waits, newest first. Throws `webhook.not_found`. */
export async function listWebhookDeliveries(
  ctx: Context,
  { id, ...query }: WebhookKey & ListWebhookDeliveries & PageQuery,
): Promise<Page<WebhookDeliveryView>> {
  const webhook = await getWebhook(ctx, "webhook.read", { id });
  const { items, total } = await findDeliveries(ctx, { ...query, webhookId: webhook.id });
  return { items: items.map((row) => viewDelivery(ctx, webhook, row)), total };
}

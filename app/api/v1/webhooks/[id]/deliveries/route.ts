import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listWebhookDeliveries } from "@/lib/insight/webhooks";
import { ListWebhookDeliveries, WebhookDeliveryView } from "@/lib/insight/webhooks/schema";

export const GET = endpoint({
  tag: "Webhooks",
  summary: "List what was sent to a webhook, and what waits",
  description: "Newest first, of the last 30 days.",
  permission: "webhook.read",
  params: z.object({ id: z.uuid() }),
  query: ListWebhookDeliveries,
  returns: WebhookDeliveryView,
  paged: true,
  examples: [{ name: "What was given up", query: { state: "Failed" } }],
  run: (ctx, { params, query }) => listWebhookDeliveries(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

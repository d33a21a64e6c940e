import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readWebhookDelivery } from "@/lib/insight/webhooks";
import { WebhookDeliveryDetails } from "@/lib/insight/webhooks/schema";

export const GET = endpoint({
  tag: "Webhooks",
  summary: "Read a delivery, with what was sent and every answer",
  permission: "webhook.read",
  params: z.object({ id: z.uuid(), deliveryId: z.uuid() }),
  returns: WebhookDeliveryDetails,
  run: (ctx, { params }) => readWebhookDelivery(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

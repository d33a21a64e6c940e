import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { resendDelivery } from "@/lib/insight/webhooks";
import { WebhookDeliveryView } from "@/lib/insight/webhooks/schema";

export const POST = endpoint({
  tag: "Webhooks",
  summary: "Send a delivery again",
  description:
    "Delivered or given up; one try, within seconds, of the same event with the same `id`.",
  permission: "webhook.manage",
  params: z.object({ id: z.uuid(), deliveryId: z.uuid() }),
  returns: WebhookDeliveryView,
  status: 202,
  run: (ctx, { params }) => resendDelivery(ctx, params),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });

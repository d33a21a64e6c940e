import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { testWebhook } from "@/lib/insight/webhooks";
import { WebhookDeliveryView } from "@/lib/insight/webhooks/schema";

export const POST = endpoint({
  tag: "Webhooks",
  summary: "Send a test",
  description:
    "An event `webhook.test`, within seconds and once; its delivery tells what came of it.",
  permission: "webhook.manage",
  params: z.object({ id: z.uuid() }),
  returns: WebhookDeliveryView,
  status: 202,
  run: (ctx, { params }) => testWebhook(ctx, params),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });

import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readWebhook, removeWebhook, updateWebhook } from "@/lib/insight/webhooks";
import { UpdateWebhook, WebhookView } from "@/lib/insight/webhooks/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Webhooks",
  summary: "Read a webhook",
  permission: "webhook.read",
  params,
  returns: WebhookView,
  run: (ctx, { params }) => readWebhook(ctx, params),
});

export const PUT = endpoint({
  tag: "Webhooks",
  summary: "Change a webhook, or turn it off or on",
  description: "What is not named stays. Off, it hears of nothing, and what waits for it waits on.",
  permission: "webhook.manage",
  params,
  body: UpdateWebhook,
  returns: WebhookView,
  examples: [
    { name: "Other events", body: { events: ["booking.created", "booking.changed"] } },
    { name: "Off", body: { isActive: false } },
  ],
  run: (ctx, { params, body }) => updateWebhook(ctx, { ...params, ...body }),
});

export const DELETE = endpoint({
  tag: "Webhooks",
  summary: "Remove a webhook",
  description: "With its log, and what waits to be sent to it.",
  permission: "webhook.manage",
  params,
  status: 204,
  run: (ctx, { params }) => removeWebhook(ctx, params),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { createWebhook, listWebhooks } from "@/lib/insight/webhooks";
import {
  CreateWebhook,
  ListWebhooks,
  WebhookView,
  WebhookWithSecret,
} from "@/lib/insight/webhooks/schema";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Webhooks",
  summary: "List webhooks",
  description: "Those of the own business, newest first; all for a SystemAdmin.",
  permission: "webhook.read",
  query: ListWebhooks,
  returns: WebhookView,
  paged: true,
  examples: [{ name: "All" }],
  run: (ctx, { query }) => listWebhooks(ctx, query),
});

export const POST = endpoint({
  tag: "Webhooks",
  summary: "Have events sent to an address",
  description:
    "The events are those of the own business; `webhooks` of this document describes them. The address is https " +
    "and of the internet. Each request is CloudEvents 1.0 JSON with " +
    "`Baybook-Signature: t=<unix s>,v1=<hex HMAC-SHA256 of t.body>` by the secret that is told here, once: compare " +
    "it in constant time, and refuse a `t` of more than 5 minutes ago. Answer 2xx within 10 s; anything else is " +
    "tried again for three days. An event may come twice, with the same `id`.",
  permission: "webhook.manage",
  body: CreateWebhook,
  returns: WebhookWithSecret,
  status: 201,
  location: ({ id }) => `/api/v1/webhooks/${id}`,
  examples: [
    {
      name: "Of bookings and sessions",
      as: "Backoffice",
      body: {
        url: "https://hudson.example.com/baybook",
        events: ["booking.created", "booking.canceled", "session.completed"],
        description: "Fleet planning",
      },
    },
    {
      name: "For a business, by a SystemAdmin",
      as: "SystemAdmin",
      body: {
        url: "https://hudson.example.com/baybook",
        events: ["session.completed"],
        businessId: sample.businessId,
      },
    },
  ],
  run: (ctx, { body }) => createWebhook(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { endSubscription, readSubscriptions, subscribePush } from "@/lib/insight/inbox";
import { EndSubscription, PushSubscriptionView, SubscribePush } from "@/lib/insight/inbox/schema";
import { z } from "zod";

const sampleKeys = {
  p256dh: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
  auth: "tBHItJI5svbpez7KI4CCXg",
};

export const GET = endpoint({
  tag: "Notifications",
  summary: "List the browsers that ring for oneself",
  permission: "device.manage",
  returns: z.array(PushSubscriptionView),
  run: (ctx) => readSubscriptions(ctx),
});

export const POST = endpoint({
  tag: "Notifications",
  summary: "Let this browser ring",
  description:
    "The body is what `PushSubscription.toJSON()` says. A browser rings for whoever subscribed it last; ten a person.",
  permission: "device.manage",
  body: SubscribePush,
  returns: PushSubscriptionView,
  status: 201,
  examples: [
    { name: "A browser", body: { endpoint: "https://push.example/abc", keys: sampleKeys } },
  ],
  run: (ctx, { body }) => subscribePush(ctx, body),
});

export const DELETE = endpoint({
  tag: "Notifications",
  summary: "Let this browser ring no more",
  permission: "device.manage",
  body: EndSubscription,
  status: 204,
  examples: [{ name: "A browser", body: { endpoint: "https://push.example/sample" } }],
  run: (ctx, { body }) => endSubscription(ctx, body),
});

export const { PUT, PATCH, OPTIONS } = otherMethods({ GET, POST, DELETE });

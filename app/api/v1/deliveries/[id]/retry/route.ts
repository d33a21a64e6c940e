import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { retryDelivery } from "@/lib/records/outbox";
import { DeliveryView, RetryDelivery } from "@/lib/records/outbox/schema";

export const POST = endpoint({
  tag: "Events",
  summary: "Try a parked event again",
  description:
    "One try more, at once, for the one subscriber; if it fails the event is parked again.",
  permission: "delivery.retry",
  params: z.object({ id: z.uuid() }),
  body: RetryDelivery,
  returns: DeliveryView,
  examples: [{ name: "For the messages", body: { subscriber: "notifications" } }],
  run: (ctx, { params, body }) => retryDelivery(ctx, { eventId: params.id, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });

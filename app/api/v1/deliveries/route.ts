import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listDeliveries } from "@/lib/records/outbox";
import { DeliveryView, ListDeliveries } from "@/lib/records/outbox/schema";

export const GET = endpoint({
  tag: "Events",
  summary: "List events that wait for a subscriber or were given up",
  description:
    "Newest first. Each event goes to every subscriber that listens to its type, in order for each subject; one that " +
    "fails is tried again, and after 8 tries it is parked for that subscriber, with the reason.",
  permission: "delivery.read",
  query: ListDeliveries,
  returns: DeliveryView,
  paged: true,
  examples: [
    { name: "Everything that waits" },
    {
      name: "What was given up for the messages",
      query: { state: "Parked", subscriber: "notifications" },
    },
  ],
  run: (ctx, { query }) => listDeliveries(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

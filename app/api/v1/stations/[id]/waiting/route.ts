import { z } from "zod";

import { joinWaiting } from "@/lib/charging/waiting";
import { JoinWaiting, WaitingView } from "@/lib/charging/waiting/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const POST = endpoint({
  tag: "Waiting lists",
  summary: "Wait for a place at a time that is full",
  description:
    "Whoever came first is offered the place that becomes free: it is held for ten minutes by a real reservation, and told by message and push. Asked again for the same time, it answers the same entry.",
  permission: "waiting.join",
  params: z.object({ id: z.uuid() }),
  limit: "bookingWrite",
  body: JoinWaiting,
  returns: WaitingView,
  status: 201,
  location: ({ id }) => `/api/v1/waiting/${id}`,
  examples: [
    {
      name: "An hour that is full",
      body: { startsAt: "2026-06-02T18:00:00Z", endsAt: "2026-06-02T19:00:00Z", standard: "CCS" },
    },
  ],
  run: (ctx, { params, body }) => joinWaiting(ctx, { stationId: params.id, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });

import { z } from "zod";

import { leaveWaiting } from "@/lib/charging/waiting";
import { WaitingView } from "@/lib/charging/waiting/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const DELETE = endpoint({
  tag: "Waiting lists",
  summary: "Leave a waiting list, or give back the place that is held",
  description: "For the next who waits: Waiting becomes Left, Offered becomes Passed.",
  permission: "waiting.join",
  params: z.object({ id: z.uuid() }),
  returns: WaitingView,
  run: (ctx, { params }) => leaveWaiting(ctx, params),
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });

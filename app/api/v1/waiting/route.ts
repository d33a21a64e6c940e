import { z } from "zod";

import { readWaiting } from "@/lib/charging/waiting";
import { ReadWaiting, WaitingView } from "@/lib/charging/waiting/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Waiting lists",
  summary: "List where I wait, and what is held for me",
  description:
    "All whose time is not over, soonest first. While a place is held, `offerId` books it, until `offerEndsAt`.",
  permission: "waiting.read",
  query: ReadWaiting,
  returns: z.array(WaitingView),
  run: (ctx, { query }) => readWaiting(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

import { z } from "zod";

import { listWaiting } from "@/lib/charging/waiting";
import { ListWaiting, WaitingView } from "@/lib/charging/waiting/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Waiting lists",
  summary: "List where I wait, and what is held for me",
  description:
    "All whose time is not over, soonest first. While a place is held, `offerId` books it, until `offerEndsAt`.",
  permission: "waiting.read",
  query: ListWaiting,
  returns: z.array(WaitingView),
  run: (ctx, { query }) => listWaiting(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

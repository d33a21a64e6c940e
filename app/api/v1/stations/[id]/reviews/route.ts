import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listReviews } from "@/lib/service/reviews";
import { StationReview } from "@/lib/service/reviews/schema";

export const GET = endpoint({
  tag: "Reviews",
  summary: "What drivers said of a station",
  description:
    "Newest first, with a first name and an initial, the month and the make of the car. Empty while fewer than three are Approved; the station's `rating` has their average.",
  permission: "review.read",
  params: z.object({ id: z.uuid() }),
  returns: StationReview,
  paged: true,
  run: (ctx, { params, query }) => listReviews(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

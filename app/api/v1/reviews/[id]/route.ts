import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { updateReview, withdrawReview } from "@/lib/service/reviews";
import { ReviewView, UpdateReview } from "@/lib/service/reviews/schema";

const params = z.object({ id: z.uuid() });

export const PUT = endpoint({
  tag: "Reviews",
  summary: "Change my review",
  description:
    "Within 48 hours. What is not named stays; `uploadIds` are all the pictures that it is to have. With words or pictures it is Pending again.",
  permission: "review.write",
  params,
  limit: "bookingWrite",
  body: UpdateReview,
  returns: ReviewView,
  examples: [{ name: "A better score", body: { score: 5 } }],
  run: (ctx, { params, body }) => updateReview(ctx, { ...params, ...body }),
});

export const DELETE = endpoint({
  tag: "Reviews",
  summary: "Take my review back",
  description: "At any time. It counts no more, and its words and pictures are gone for good.",
  permission: "review.write",
  params,
  returns: ReviewView,
  run: (ctx, { params }) => withdrawReview(ctx, params),
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });

import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { imageSize } from "@/lib/records/files/schema";
import { readReviewPhoto } from "@/lib/service/reviews";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Reviews",
  summary: "A picture of a review",
  permission: "review.read",
  description:
    "Of a review that is shown, or of one's own. The whole picture, or its thumbnail of at most 480 pixels a side.",
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  query: z.object({ size: imageSize.optional() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  examples: [
    { name: "A picture of one's own review", as: "EvOwner", params: { id: sample.reviewId } },
  ],
  run: (ctx, { params, query }) => readReviewPhoto(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

import { inTransaction, type Context } from "@/lib/core/context";
import { transition } from "@/lib/core/transitions";

import { lockOwnReview } from "./get-review";
import { givePhotos } from "./give-photos";
import { moveRatingOf } from "./move-rating-of";
import { reviewMachine } from "./rules";
import type { ReviewView } from "./schema";
import { findImages } from "./store/images";
import { updateReviewRow, type ReviewRow } from "./store/reviews";
import { toldReview, viewReview } from "./view";

/**
 * Takes the caller's own review back, at any time: it counts no more, and its words and pictures go for good. Throws
 * `review.not_found`, and `review.status` for one that was withdrawn.
 */
export async function withdrawReview(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<ReviewView> {
  return inTransaction(ctx, async (ctx) => {
    const review: ReviewRow = await lockOwnReview(ctx, id);
    const had = (await findImages(ctx, [id])).map((image) => image.id);
    const after = await transition(ctx, reviewMachine, review, {
      action: "withdraw",
      payload: ({ thing }) => toldReview(thing),
      update: (step) => updateReviewRow(ctx, id, step, { text: null }),
    });
    await givePhotos(ctx, id, { had, wanted: [] });
    await moveRatingOf(ctx, review, after);
    return viewReview(ctx, after, []);
  });
}

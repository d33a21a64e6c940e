import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { transition } from "@/lib/core/transitions";

import { lockOwnReview } from "./get-review";
import { givePhotos } from "./give-photos";
import { moveRatingOf } from "./move-rating-of";
import { firstStatus, reviewMachine, scoreAlone } from "./rules";
import type { ReviewView, UpdateReview } from "./schema";
import { findImages } from "./store/images";
import { updateReviewRow, type ReviewRow } from "./store/reviews";
import { toldReview, viewReview } from "./view";

/**
 * Changes the caller's own review within 48 hours; what is not named stays. With words or pictures it is Pending again,
 * a score alone is Approved (operations.md, 6.5). Throws `review.not_found`, `review.edit_closed`, `review.status` for
 * one that was withdrawn, and `upload.not_claimable` at `uploadIds`.
 */
export async function updateReview(
  ctx: Context,
  { id, ...input }: UpdateReview & { readonly id: string },
): Promise<ReviewView> {
  return inTransaction(ctx, async (ctx) => {
    const review: ReviewRow = await lockOwnReview(ctx, id);
    const had = (await findImages(ctx, [id])).map((image) => image.id);
    const wanted = input.uploadIds ?? had;
    const text = input.text === undefined ? review.text : input.text || null;
    const said = { score: input.score ?? review.score, text };
    const changes = changesOf(
      { score: review.score, text: review.text, photos: had.join(" ") },
      { ...said, photos: wanted.join(" ") },
    );
    if (Object.keys(changes).length === 0)
      return viewReview(ctx, review, await findImages(ctx, [id]));
    const isAlone = firstStatus({ text, photos: wanted.length }) === "Approved";
    const after = await transition(ctx, reviewMachine, review, {
      action: "edit",
      variant: isAlone ? scoreAlone : undefined,
      changes: { ...changes, ...(changes.photos && { photos: [had.length, wanted.length] }) },
      payload: ({ thing }) => toldReview(thing),
      update: (step) => updateReviewRow(ctx, id, step, { ...said, reason: null }),
    });
    await givePhotos(ctx, id, { had, wanted });
    await moveRatingOf(ctx, review, after);
    return viewReview(ctx, after, await findImages(ctx, [id]));
  });
}

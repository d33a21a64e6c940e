import type { Context } from "@/lib/core/context";

import { getOwnVisit, reviewWindow } from "./get-review";
import type { BookingReview } from "./schema";
import { findImages } from "./store/images";
import { findReviewOf } from "./store/reviews";
import { viewReview } from "./view";

/**
 * What the caller said of a booking of theirs, or until when they may say something: nothing before it is completed, or
 * where the time for it is over. Throws `booking.not_found`.
 */
export async function readBookingReview(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<BookingReview> {
  const visit = await getOwnVisit(ctx, id);
  const review = await findReviewOf(ctx, id);
  if (review) {
    const images = await findImages(ctx, [review.id]);
    return { review: viewReview(ctx, review, images), writeUntil: null };
  }
  const { until } = await reviewWindow(ctx, visit);
  const isOpen = until !== null && ctx.clock.now() <= until;
  return { review: null, writeUntil: isOpen ? until.toISOString() : null };
}

import type { Holdings } from "@/lib/core/holdings";

import { findImages } from "./store/images";
import { findReviewsOf } from "./store/reviews";
import { viewReview } from "./view";

/** What this room keeps of a driver. */
export const holdings: Holdings = async (ctx, userId) => {
  const rows = await findReviewsOf(ctx, userId);
  const images = await findImages(
    ctx,
    rows.map(({ id }) => id),
  );
  return { reviews: rows.map((row) => viewReview(ctx, row, images)) };
};

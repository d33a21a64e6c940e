import type { Context } from "@/lib/core/context";
import { moveRating } from "@/lib/sites/stations/inside";

import { ratingOf } from "./rules";
import type { ReviewRow } from "./store/reviews";

/** Moves the rating of a review's station, which is locked, by what a change of the review makes of it. */
export async function moveRatingOf(
  ctx: Context,
  before: ReviewRow,
  after: ReviewRow,
): Promise<void> {
  const [had, has] = [ratingOf(before), ratingOf(after)];
  const by = { sum: has.sum - had.sum, count: has.count - had.count };
  if (by.sum !== 0 || by.count !== 0) await moveRating(ctx, after.stationId, by);
}

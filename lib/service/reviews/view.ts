import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";

import { editableUntil, reviewMachine, shortName } from "./rules";
import type { ReviewPhoto, ReviewView, StationReview } from "./schema";
import type { ImageRow } from "./store/images";
import type { ReviewRow } from "./store/reviews";
import type { ShownReview } from "./store/shown";

/** A review as its author sees it; `images` may be of others, too. */
export function viewReview(
  ctx: Context,
  review: ReviewRow,
  images: readonly ImageRow[],
): ReviewView {
  return {
    id: review.id,
    bookingId: review.bookingId,
    stationId: review.stationId,
    score: review.score,
    text: review.text,
    photos: photosOf(review, images),
    status: review.status,
    reason: review.reason,
    reply: review.reply,
    repliedAt: review.repliedAt?.toISOString() ?? null,
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
    editableUntil: editableUntil(review).toISOString(),
    can: actionsOn(ctx, reviewMachine, review),
  };
}

/**
 * The same as everybody sees it: of its author a first name, an initial and the car's make, of its time the month; of one
 * who is deleting their account the score alone (operations.md, 6.8).
 */
export function viewForOthers(
  review: ShownReview,
  { timeZone }: { readonly timeZone: string },
  images: readonly ImageRow[],
): StationReview {
  const { authorName, isLeaving } = review;
  return {
    id: review.id,
    score: review.score,
    text: isLeaving ? null : review.text,
    photos: isLeaving ? [] : photosOf(review, images),
    author: authorName === null || isLeaving ? null : shortName(authorName),
    month: calendarDay(review.createdAt, timeZone).slice(0, 7),
    vehicleMake: review.vehicleMake,
    reply: review.reply,
  };
}

const photosOf = (review: ReviewRow, images: readonly ImageRow[]): ReviewPhoto[] =>
  images
    .filter(({ reviewId }) => reviewId === review.id)
    .map(({ id, contentType, size }) => ({ id, contentType, size }));

/** What every event about a review says of it. */
export const toldReview = ({ id, bookingId, stationId, userId, score, status }: ReviewRow) => ({
  reviewId: id,
  bookingId,
  stationId,
  ownerId: userId,
  score,
  status,
});

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, stillAuthorized, type Authorized } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";
import { lockStation } from "@/lib/sites/stations/inside";

import { reviewableUntil } from "./rules";
import { findReview, findVisit, lockReview, type ReviewRow, type Visit } from "./store/reviews";

/** The caller's own review. Throws `review.not_found` for another's. */
export async function getOwnReview(ctx: Context, id: string): Promise<Authorized<ReviewRow>> {
  const review = isUuid(id) ? await findReview(ctx, id) : null;
  if (!review) throw fail("review.not_found");
  return authorize(ctx, "review.write", review, "review.not_found");
}

/**
 * The caller's own review as it is now, kept from others, and its station's rating too: the station first, as whoever
 * takes or gives back places there has it.
 */
export async function lockOwnReview(ctx: Context, id: string): Promise<Authorized<ReviewRow>> {
  const found = await getOwnReview(ctx, id);
  await lockStation(ctx, found.stationId, "update");
  const review = await lockReview(ctx, id);
  if (!review) throw fail("review.not_found");
  return stillAuthorized(found, review);
}

/** A booking of the caller's own, as far as reviewing it goes. Throws `booking.not_found`. */
export async function getOwnVisit(ctx: Context, bookingId: string): Promise<Authorized<Visit>> {
  const visit = isUuid(bookingId) ? await findVisit(ctx, bookingId) : null;
  if (!visit) throw fail("booking.not_found");
  return authorize(ctx, "review.write", visit, "booking.not_found");
}

/** How many days a visit may be reviewed for, by the settings in force there, and until when; null where it is not over. */
export async function reviewWindow(
  ctx: Context,
  { stationId, businessId, endedAt }: Visit,
): Promise<{ readonly days: number; readonly until: Date | null }> {
  const { reviewWindowDays: days } = await getSettings(ctx, { stationId, businessId });
  return { days, until: endedAt && reviewableUntil(endedAt, days) };
}

/** Throws `review.not_completed` or `review.too_late`. */
export async function assertReviewable(ctx: Context, visit: Visit): Promise<void> {
  const { days, until } = await reviewWindow(ctx, visit);
  if (!until) throw fail("review.not_completed");
  if (ctx.clock.now() > until) throw fail("review.too_late", { days });
}

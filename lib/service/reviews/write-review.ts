import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { assertOwnerActive } from "@/lib/people/accounts/inside";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { lockStation, moveRating } from "@/lib/sites/stations/inside";

import { assertReviewable, getOwnVisit } from "./get-review";
import { givePhotos } from "./give-photos";
import { firstStatus, ratingOf } from "./rules";
import type { ReviewView, WriteReview } from "./schema";
import { findImages } from "./store/images";
import { insertReview } from "./store/reviews";
import { toldReview, viewReview } from "./view";

/**
 * Says how it went, once for each completed booking, by its owner (operations.md, 6.5). A score alone is Approved at
 * once and counts; with words or pictures it is Pending. Throws `owner.deactivated`, `booking.not_found`,
 * `review.not_completed`, `review.too_late`, `review.exists`, and `upload.not_claimable` at `uploadIds`.
 */
export async function writeReview(
  ctx: Context,
  { id: bookingId, score, text, uploadIds = [] }: WriteReview & { readonly id: string },
): Promise<ReviewView> {
  const asOwner = asHolder(ctx, "review.write");
  assertOwnerActive(asOwner);
  return inTransaction(ctx, async (ctx) => {
    const visit = await getOwnVisit(ctx, bookingId);
    const { stationId, businessId } = visit;
    await assertReviewable(ctx, visit);
    await lockStation(ctx, stationId, "update");
    const now = ctx.clock.now();
    const said = { score, text: text || null };
    const row = await insertReview(ctx, {
      id: newId(),
      bookingId,
      stationId,
      businessId,
      userId: asOwner.actor.userId,
      ...said,
      status: firstStatus({ ...said, photos: uploadIds.length }),
      createdAt: now,
      updatedAt: now,
    });
    if (!row) throw fail("review.exists");
    await givePhotos(ctx, row.id, { had: [], wanted: uploadIds });
    await moveRating(ctx, stationId, ratingOf(row));
    const about = { businessId, stationId };
    await recordAudit(ctx, {
      entity: "Review",
      entityId: row.id,
      action: "Create",
      to: row.status,
      changes: { ...said, photos: uploadIds.length },
      ...about,
      ownerId: row.userId,
    });
    await publishEvent(ctx, { type: "review.written", payload: toldReview(row), ...about });
    return viewReview(ctx, row, await findImages(ctx, [row.id]));
  });
}

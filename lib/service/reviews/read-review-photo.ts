import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { findScope, inScope, openTo } from "@/lib/core/permissions";
import { openUpload, type FileView } from "@/lib/records/files/inside";
import type { ImageSize } from "@/lib/records/files/schema";
import { getStation, isRatingShown } from "@/lib/sites/stations/inside";

import { hasImage } from "./store/images";
import { hasLeft } from "./store/shown";
import { findReview, type ReviewRow } from "./store/reviews";

/** A picture of a review that others see, or of the caller's own. Throws `review.not_found` or `upload.not_found`. */
export async function readReviewPhoto(
  ctx: Context,
  {
    id,
    photoId,
    size,
  }: { readonly id: string; readonly photoId: string; readonly size?: ImageSize },
): Promise<FileView> {
  openTo(ctx, "review.read");
  const review = isUuid(id) ? await findReview(ctx, id) : null;
  if (!review || !(isOwn(ctx, review) || (await isShown(ctx, review)))) {
    throw fail("review.not_found");
  }
  if (!isUuid(photoId) || !(await hasImage(ctx, id, photoId))) throw fail("upload.not_found");
  return openUpload(ctx, photoId, { entity: "Review", entityId: id, ...(size && { size }) });
}

function isOwn(ctx: Context, review: ReviewRow): boolean {
  const scope = findScope(ctx, "review.write");
  return scope !== null && inScope(scope, review);
}

async function isShown(ctx: Context, { status, stationId, userId }: ReviewRow): Promise<boolean> {
  if (status !== "Approved" || (await hasLeft(ctx, userId))) return false;
  const station = await getStation(ctx, stationId);
  return station.status !== "Inactive" && isRatingShown(station);
}

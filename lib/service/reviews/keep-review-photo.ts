import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { keepImage } from "@/lib/records/files/inside";

import { assertReviewable, getOwnVisit } from "./get-review";
import { reviewMachine } from "./rules";
import type { ReviewPhoto } from "./schema";
import { findReviewOf } from "./store/reviews";

/**
 * Reads a picture for the review of a booking and makes it anew, outside any transaction, because that takes long. It
 * is the review's once that names it, and gone a day later otherwise. JPEG, PNG, GIF or WebP by its bytes, at most 5 MiB
 * and 40 megapixels. Throws `booking.not_found`, what writing or editing the review would, `review.photo_invalid`, and
 * what `keepImage` throws.
 */
export async function keepReviewPhoto(
  ctx: Context,
  { id, bytes, filename }: { id: string; bytes: Uint8Array; filename?: string },
): Promise<ReviewPhoto> {
  const visit = await getOwnVisit(ctx, id);
  const review = await findReviewOf(ctx, id);
  if (review) decide(ctx, reviewMachine, review, "edit");
  else await assertReviewable(ctx, visit);
  const kept = await keepImage(ctx, { kind: "ReviewPhoto", bytes, filename });
  if (!kept) throw failField("review.photo_invalid", "file");
  return { id: kept.id, contentType: kept.mediaType, size: kept.bytes };
}

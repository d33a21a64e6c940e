import { and, asc, eq, inArray } from "drizzle-orm";

import { uploads } from "@/db/schema/files";
import { reviewImages } from "@/db/schema/reviews";
import type { Context } from "@/lib/core/context";

/** A picture of a review. */
export interface ImageRow {
  readonly reviewId: string;
  readonly id: string;
  readonly contentType: string;
  readonly size: number;
}

/** The pictures of the reviews, each review's in their order. */
export async function findImages(
  ctx: Context,
  reviewIds: readonly string[],
): Promise<readonly ImageRow[]> {
  if (reviewIds.length === 0) return [];
  return ctx.db
    .select({
      reviewId: reviewImages.reviewId,
      id: reviewImages.uploadId,
      contentType: uploads.mediaType,
      size: uploads.bytes,
    })
    .from(reviewImages)
    .innerJoin(uploads, eq(uploads.id, reviewImages.uploadId))
    .where(inArray(reviewImages.reviewId, [...reviewIds]))
    .orderBy(asc(reviewImages.position));
}

/** Gives the review these pictures and no others, in this order. */
export async function storeImages(
  ctx: Context,
  reviewId: string,
  uploadIds: readonly string[],
): Promise<void> {
  await ctx.db.delete(reviewImages).where(eq(reviewImages.reviewId, reviewId));
  if (uploadIds.length === 0) return;
  await ctx.db
    .insert(reviewImages)
    .values(uploadIds.map((uploadId, position) => ({ reviewId, uploadId, position })));
}

/** Whether the review has that picture. */
export async function hasImage(ctx: Context, reviewId: string, id: string): Promise<boolean> {
  const found = await ctx.db.$count(
    reviewImages,
    and(eq(reviewImages.reviewId, reviewId), eq(reviewImages.uploadId, id)),
  );
  return found > 0;
}

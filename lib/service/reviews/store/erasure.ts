import { eq, inArray, isNotNull, or, and } from "drizzle-orm";

import { mentions } from "@/db/schema/columns";
import { reviewFlags, reviewImages, reviews } from "@/db/schema/reviews";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/**
 * Takes a person's words and pictures off their reviews, and their name; scores and times stay. Words of others that
 * name them go as well. Says which reviews had pictures, whose files are the caller's to release.
 */
export async function eraseReviews(
  ctx: Context,
  { userId, texts }: Erased,
): Promise<{ counts: Counts; reviewIds: readonly string[] }> {
  const theirs = ctx.db.select({ id: reviews.id }).from(reviews).where(eq(reviews.userId, userId));
  const images = await ctx.db
    .delete(reviewImages)
    .where(inArray(reviewImages.reviewId, theirs))
    .returning({ reviewId: reviewImages.reviewId });
  const named = (column: typeof reviews.text | typeof reviews.reason | typeof reviews.reply) =>
    and(isNotNull(column), or(eq(reviews.userId, userId), mentions(column, texts)));
  const words = await ctx.db.update(reviews).set({ text: null }).where(named(reviews.text));
  await ctx.db.update(reviews).set({ reason: null }).where(named(reviews.reason));
  await ctx.db.update(reviews).set({ reply: null, repliedAt: null }).where(named(reviews.reply));
  const own = await ctx.db.update(reviews).set({ userId: null }).where(eq(reviews.userId, userId));
  const flags = await ctx.db.delete(reviewFlags).where(eq(reviewFlags.userId, userId));
  return {
    counts: { reviews: own.count, reviewWords: words.count, reviewFlags: flags.count },
    reviewIds: [...new Set(images.map(({ reviewId }) => reviewId))],
  };
}

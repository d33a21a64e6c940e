import type { Context } from "@/lib/core/context";
import { claimUpload, releaseUploads } from "@/lib/records/files/inside";

import { storeImages } from "./store/images";

/**
 * Gives a review these pictures and no others, of those that it has and those that its author sent for it; what it loses
 * is gone for good. Throws `upload.not_claimable` at `uploadIds` for a file of anybody else's, or in use.
 */
export async function givePhotos(
  ctx: Context,
  reviewId: string,
  { had, wanted }: { readonly had: readonly string[]; readonly wanted: readonly string[] },
): Promise<void> {
  for (const id of wanted.filter((id) => !had.includes(id))) {
    await claimUpload(ctx, id, {
      kind: "ReviewPhoto",
      entity: "Review",
      entityId: reviewId,
      // Others see it once somebody has approved it, by the review's status.
      visibility: "Private",
      field: "uploadIds",
    });
  }
  const lost = had.filter((id) => !wanted.includes(id));
  await storeImages(ctx, reviewId, wanted);
  if (lost.length > 0) {
    await releaseUploads(ctx, { entity: "Review", entityIds: [reviewId], only: lost });
  }
}

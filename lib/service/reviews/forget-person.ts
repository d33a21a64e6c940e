import type { Eraser } from "@/lib/core/eraser";
import { releaseUploads } from "@/lib/records/files/inside";

import { eraseReviews } from "./store/erasure";

/** How this room forgets a person: scores and times stay, words and pictures go (operations.md, 6.8). */
export const eraser: Eraser = {
  columns: {
    "reviews.user_id": "Emptied; the score and its time stay, words and pictures go.",
    "reviews.moderated_by": "An id alone says nobody's name; who decided stays.",
    "review_flags.user_id": "Removed.",
  },
  erase: async (ctx, person) => {
    const { counts, reviewIds } = await eraseReviews(ctx, person);
    await releaseUploads(ctx, { entity: "Review", entityIds: reviewIds });
    return counts;
  },
};

import type { Holdings } from "@/lib/core/holdings";

import { findSentBy } from "./store/uploads";

/** What this room keeps of a person: the files that they sent; what shows each is told by the thing that it is of. */
export const holdings: Holdings = async (ctx, userId) => ({
  files: (await findSentBy(ctx, userId)).map(({ createdAt, ...file }) => ({
    ...file,
    createdAt: createdAt.toISOString(),
  })),
});

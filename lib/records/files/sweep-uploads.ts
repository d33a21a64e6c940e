import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { keptSince } from "./rules";
import { fileStore } from "./store/file-store";
import { findDeleted, markAbandoned, removeDeleted } from "./store/uploads";

const batch = 100;

/**
 * Removes files that nothing claimed within 24 hours of the real clock, and those that were deleted: the bytes, then
 * the row, so that whatever is cut off is done again. Safe while it runs elsewhere. Returns how many.
 */
export async function sweepUploads(ctx: Context): Promise<{ files: number }> {
  scopeOf(ctx, "upload.sweep");
  await markAbandoned(ctx, keptSince(ctx.clock.real()));
  const store = fileStore(ctx);
  let files = 0;
  for (;;) {
    const gone = await findDeleted(ctx, batch);
    if (gone.length === 0) return { files };
    for (const { key, thumbnailKey } of gone) {
      await store.delete(key);
      if (thumbnailKey) await store.delete(thumbnailKey);
    }
    files += await removeDeleted(
      ctx,
      gone.map(({ id }) => id),
    );
  }
}

import { eq } from "drizzle-orm";

import { userPictures } from "@/db/schema/accounts-pictures";
import type { Context } from "@/lib/core/context";

/** Which picture the account has; null for none. */
export async function findPicture(ctx: Context, userId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ uploadId: userPictures.uploadId })
    .from(userPictures)
    .where(eq(userPictures.userId, userId));
  return row?.uploadId ?? null;
}

/** Notes which picture the account has from now on; null for none. */
export async function storePicture(
  ctx: Context,
  userId: string,
  uploadId: string | null,
): Promise<void> {
  if (uploadId === null) {
    await ctx.db.delete(userPictures).where(eq(userPictures.userId, userId));
    return;
  }
  await ctx.db
    .insert(userPictures)
    .values({ userId, uploadId })
    .onConflictDoUpdate({ target: userPictures.userId, set: { uploadId } });
}

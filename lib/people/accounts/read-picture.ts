import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import { openUpload, type FileView } from "@/lib/records/files/inside";
import type { ImageSize } from "@/lib/records/files/schema";

import { findPicture } from "./store/pictures";

/**
 * The own picture, for oneself alone; `picture` is the id of the one that is meant, where there may be another by now.
 * Throws `picture.not_found`.
 */
export async function readPicture(
  ctx: Context,
  { picture, size }: { readonly picture?: string; readonly size?: ImageSize },
): Promise<FileView> {
  const { userId } = asHolder(ctx, "account.self").actor;
  const own = await findPicture(ctx, userId);
  if (own === null || (picture !== undefined && picture !== own)) throw fail("picture.not_found");
  return openUpload(ctx, own, { entity: "User", entityId: userId, ...(size && { size }) });
}

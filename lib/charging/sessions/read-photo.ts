import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";

import { getPermitted } from "./read-session";
import { findPhoto } from "./store/photos";

/** A picture of a session that the actor may read. Throws `session.not_found` or `photo.not_found`. */
export async function readPhoto(
  ctx: Context,
  { id, photoId }: { readonly id: string; readonly photoId: string },
): Promise<{ content: Uint8Array; contentType: string }> {
  const session = await getPermitted(ctx, "session.read", id);
  const photo = isUuid(photoId) ? await findPhoto(ctx, session.id, photoId) : null;
  if (!photo) throw fail("photo.not_found");
  return { content: photo.content, contentType: photo.contentType };
}

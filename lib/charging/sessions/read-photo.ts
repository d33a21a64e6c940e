import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { openUpload, viewFile, type FileView } from "@/lib/records/files/inside";
import type { ImageSize } from "@/lib/records/files/schema";

import { getPermitted } from "./read-session";
import { findPhoto } from "./store/photos";

/** A picture of a session that the actor may read. Throws `session.not_found` or `photo.not_found`. */
export async function readPhoto(
  ctx: Context,
  asked: { readonly id: string; readonly photoId: string; readonly size?: ImageSize },
): Promise<FileView> {
  const { id, photoId, size } = asked;
  const session = await getPermitted(ctx, "session.read", id);
  const photo = isUuid(photoId) ? await findPhoto(ctx, session.id, photoId) : null;
  if (!photo) throw fail("photo.not_found");
  const { uploadId, content, contentType: mediaType } = photo;
  if (uploadId !== null) {
    return openUpload(ctx, uploadId, { entity: "Session", entityId: session.id, size });
  }
  if (content !== null) return viewFile({ mediaType, visibility: "Private" }, content);
  throw fail("photo.not_found");
}

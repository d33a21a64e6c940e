import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { adoptImage, claimUpload } from "@/lib/records/files/inside";

import { findPhotoToMove, storeMoved, type PhotoToMove } from "./store/photos";

/**
 * Moves pictures whose bytes lie in the table itself, as they did once, to the file store: each made anew, as every
 * picture is, or as it came where it cannot be read. Whatever stops it, a picture has its bytes in one of the two
 * places, and the next run goes on. Returns how many were moved.
 */
export async function movePhotos(ctx: Context): Promise<{ photos: number }> {
  scopeOf(ctx, "photo.move");
  let photos = 0;
  let last: string | undefined;
  for (;;) {
    const photo = await findPhotoToMove(ctx, last);
    if (!photo) return { photos };
    last = photo.id;
    if (await movePhoto(ctx, photo)) photos += 1;
  }
}

/** False where another run moved it first: what this one kept is not claimed, and is swept. */
async function movePhoto(ctx: Context, photo: PhotoToMove): Promise<boolean> {
  const { id, sessionId, content: bytes, contentType: mediaType } = photo;
  const upload = await adoptImage(ctx, { kind: "SessionPhoto", bytes, mediaType });
  return inTransaction(ctx, async (ctx) => {
    const moved = { uploadId: upload.id, contentType: upload.mediaType, size: upload.bytes };
    if (!(await storeMoved(ctx, id, moved))) return false;
    await claimUpload(ctx, upload.id, {
      kind: "SessionPhoto",
      entity: "Session",
      entityId: sessionId,
      visibility: "Private",
      field: "upload",
    });
    return true;
  });
}

import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getPermitted } from "./read-session";
import { maxPhotoBytes, maxPhotos, pictureType } from "./rules";
import type { PhotoView } from "./schema";
import { countPhotos, insertPhoto } from "./store/photos";
import { lockFinalizing } from "./store/sessions";

/**
 * Keeps a picture with a session: JPEG, PNG or WebP by its bytes, at most 5 MiB, at most 10 a session.
 * Throws `session.not_found`, `photo.invalid` or `photo.too_many`.
 */
export async function addPhoto(
  ctx: Context,
  { id, bytes }: { readonly id: string; readonly bytes: Uint8Array },
): Promise<PhotoView> {
  return inTransaction(ctx, async (ctx) => {
    const session = await getPermitted(ctx, "session.update", id);
    const contentType = pictureType(bytes);
    if (!contentType || bytes.byteLength > maxPhotoBytes) throw failField("photo.invalid", "file");
    await lockFinalizing(ctx, session.bookingId);
    if ((await countPhotos(ctx, session.id)) >= maxPhotos) {
      throw fail("photo.too_many", { max: maxPhotos });
    }
    const { id: sessionId, businessId, stationId, ownerId } = session;
    const createdAt = ctx.clock.now();
    const photo = { id: newId(), sessionId, contentType, size: bytes.byteLength };
    await insertPhoto(ctx, { ...photo, content: Buffer.from(bytes), createdAt });
    await recordAudit(ctx, {
      entity: "Session",
      entityId: sessionId,
      action: "AddPhoto",
      changes: { photoId: photo.id, size: photo.size },
      businessId,
      stationId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "session.updated",
      payload: { sessionId, bookingId: session.bookingId, ownerId },
      businessId,
      stationId,
    });
    return { ...photo, createdAt: createdAt.toISOString() };
  });
}

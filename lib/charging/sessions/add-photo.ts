import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";
import { claimUpload } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { getPermitted } from "./read-session";
import { assertRoomForPhoto } from "./rules";
import type { PhotoView } from "./schema";
import { countPhotos, insertPhoto } from "./store/photos";
import { lockFinalizing } from "./store/sessions";

/**
 * Gives a picture of `keepPhoto` to its session, which keeps at most 10.
 * Throws `session.not_found`, `photo.too_many`, or `upload.not_claimable` for a file that is not the actor's own.
 */
export async function addPhoto(
  ctx: Context,
  { id, upload }: { readonly id: string; readonly upload: KeptUpload },
): Promise<PhotoView> {
  return inTransaction(ctx, async (ctx) => {
    const session = await getPermitted(ctx, "session.update", id);
    await lockFinalizing(ctx, session.bookingId);
    assertRoomForPhoto(await countPhotos(ctx, session.id));
    const { id: sessionId, businessId, stationId, ownerId } = session;
    await claimUpload(ctx, upload.id, {
      kind: "SessionPhoto",
      entity: "Session",
      entityId: sessionId,
      visibility: "Private",
      field: "file",
    });
    const createdAt = ctx.clock.now();
    const photo = {
      id: newId(),
      sessionId,
      contentType: upload.mediaType,
      size: upload.bytes,
    };
    await insertPhoto(ctx, { ...photo, uploadId: upload.id, createdAt });
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

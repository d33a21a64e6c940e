import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { keepImage } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { getPermitted } from "./read-session";
import { assertRoomForPhoto } from "./rules";
import { countPhotos } from "./store/photos";

/**
 * Reads a picture for a session and makes it anew, outside any transaction, because that takes long; `addPhoto` gives
 * it to the session. JPEG, PNG, GIF or WebP by its bytes, at most 5 MiB and 40 megapixels, at most 10 a session.
 * Throws `session.not_found`, `photo.invalid`, `photo.too_many`, and what `keepImage` throws.
 */
export async function keepPhoto(
  ctx: Context,
  { id, bytes, filename }: { id: string; bytes: Uint8Array; filename?: string },
): Promise<KeptUpload> {
  const session = await getPermitted(ctx, "session.update", id);
  assertRoomForPhoto(await countPhotos(ctx, session.id));
  const kept = await keepImage(ctx, { kind: "SessionPhoto", bytes, filename });
  if (!kept) throw failField("photo.invalid", "file");
  return kept;
}

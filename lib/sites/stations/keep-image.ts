import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { keepImage } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { getManaged } from "./read-station";
import { assertRoomForImage } from "./rules";
import { findImages } from "./store/images";

/**
 * Reads a picture for a station and makes it anew, outside any transaction, because that takes long; `addStationImage`
 * gives it to the station. JPEG, PNG, GIF or WebP by its bytes, at most 5 MiB and 40 megapixels, at most 12 a station
 * (operations.md, 6.2). Throws `station.not_found`, `image.invalid`, `image.too_many`, and what `keepImage` throws.
 */
export async function keepStationImage(
  ctx: Context,
  { id, bytes, filename }: { id: string; bytes: Uint8Array; filename?: string },
): Promise<KeptUpload> {
  await getManaged(ctx, id);
  assertRoomForImage((await findImages(ctx, id)).length);
  const kept = await keepImage(ctx, { kind: "StationImage", bytes, filename });
  if (!kept) throw failField("image.invalid", "file");
  return kept;
}

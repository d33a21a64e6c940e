import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { openUpload, type FileView } from "@/lib/records/files/inside";
import type { ImageSize } from "@/lib/records/files/schema";

import { getReadable } from "./read-station";
import { hasImage } from "./store/images";

/** A picture of a station, for whoever may see the station. Throws `station.not_found` or `image.not_found`. */
export async function readStationImage(
  ctx: Context,
  asked: { readonly id: string; readonly imageId: string; readonly size?: ImageSize },
): Promise<FileView> {
  const { id, imageId, size } = asked;
  await getReadable(ctx, id);
  if (!isUuid(imageId) || !(await hasImage(ctx, id, imageId))) throw fail("image.not_found");
  return openUpload(ctx, imageId, { entity: "Station", entityId: id, ...(size && { size }) });
}

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openUpload, type FileView } from "@/lib/records/files/inside";
import type { ImageSize } from "@/lib/records/files/schema";

import { getVehicle } from "./get-vehicle";

/**
 * The picture of a car, for its driver alone; `photo` is the id of the one that is meant, where the car may have another
 * by now. Throws `vehicle.not_found` or `vehicle.no_photo`.
 */
export async function readVehiclePhoto(
  ctx: Context,
  { id, photo, size }: { readonly id: string; readonly photo?: string; readonly size?: ImageSize },
): Promise<FileView> {
  const { photoUploadId } = await getVehicle(ctx, id);
  if (photoUploadId === null || (photo !== undefined && photo !== photoUploadId)) {
    throw fail("vehicle.no_photo");
  }
  return openUpload(ctx, photoUploadId, { entity: "Vehicle", entityId: id, ...(size && { size }) });
}

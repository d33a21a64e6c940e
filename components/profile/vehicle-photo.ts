import type { ImageSize } from "@/lib/records/files/schema";
import type { VehicleView } from "@/lib/sites/drivers/schema";

/** Where a car's photo is shown; named by its id, so that another one is asked for anew. Null where it has none. */
export function photoOf(
  { id, photoUploadId }: Pick<VehicleView, "id" | "photoUploadId">,
  size: ImageSize,
): string | null {
  return photoUploadId === null
    ? null
    : `/api/v1/profile/vehicles/${id}/photo?size=${size}&photo=${photoUploadId}`;
}

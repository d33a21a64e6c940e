import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { claimUpload } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { releasePhotos } from "./release-photos";
import type { VehicleView } from "./schema";
import { storePhoto } from "./store/photos";
import { tellVehicle, withOwnVehicle } from "./tell-vehicle";
import { viewVehicle } from "./view";

/**
 * Gives a picture of `keepVehiclePhoto` to its car, for its driver alone to see; the one that it had is gone for good.
 * Throws `vehicle.not_found`, or `upload.not_claimable` for a file that is not the driver's own.
 */
export async function setVehiclePhoto(
  ctx: Context,
  { id, upload }: { readonly id: string; readonly upload: KeptUpload },
): Promise<VehicleView> {
  return withOwnVehicle(ctx, id, async (ctx, vehicle) => {
    await releasePhotos(ctx, [id]);
    await claimUpload(ctx, upload.id, {
      kind: "VehiclePhoto",
      entity: "Vehicle",
      entityId: id,
      visibility: "Private",
      field: "file",
    });
    const row = await storePhoto(ctx, id, upload.id);
    await tellVehicle(ctx, row, "Update", { photo: [vehicle.photoUploadId !== null, true] });
    return viewVehicle(row);
  });
}

/** Takes the picture of a car of the calling driver away for good. Throws `vehicle.not_found` or `vehicle.no_photo`. */
export async function removeVehiclePhoto(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<VehicleView> {
  return withOwnVehicle(ctx, id, async (ctx, vehicle) => {
    if (vehicle.photoUploadId === null) throw fail("vehicle.no_photo");
    await releasePhotos(ctx, [id]);
    const row = await storePhoto(ctx, id, null);
    await tellVehicle(ctx, row, "Update", { photo: [true, false] });
    return viewVehicle(row);
  });
}

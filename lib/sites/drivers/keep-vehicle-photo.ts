import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { keepImage } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { getVehicle } from "./get-vehicle";

/**
 * Reads a picture of a car of the calling driver and makes it anew, outside any transaction, because that takes long;
 * `setVehiclePhoto` gives it to the car. JPEG, PNG, GIF or WebP by its bytes, at most 5 MiB and 40 megapixels. Throws
 * `vehicle.not_found`, `vehicle.photo_invalid`, and what `keepImage` throws.
 */
export async function keepVehiclePhoto(
  ctx: Context,
  { id, bytes, filename }: { id: string; bytes: Uint8Array; filename?: string },
): Promise<KeptUpload> {
  await getVehicle(ctx, id);
  const kept = await keepImage(ctx, { kind: "VehiclePhoto", bytes, filename });
  if (!kept) throw failField("vehicle.photo_invalid", "file");
  return kept;
}

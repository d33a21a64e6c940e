import type { Context } from "@/lib/core/context";
import { copyPlate } from "@/lib/people/accounts/inside";

import { releasePhotos } from "./release-photos";
import { findVehicles, removeVehicleRow, storeDefault } from "./store/vehicles";
import { tellVehicle, withOwnVehicle } from "./tell-vehicle";

/**
 * Removes a car of the calling driver with its picture; bookings keep its id and plate. Where it was the default, the newest of the
 * others is (operations.md, 6.1). Throws `vehicle.not_found`.
 */
export async function removeVehicle(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  await withOwnVehicle(ctx, id, async (ctx, vehicle) => {
    await removeVehicleRow(ctx, id);
    await releasePhotos(ctx, [id]);
    await tellVehicle(ctx, vehicle, "Remove");
    if (!vehicle.isDefault) return;
    const [next] = await findVehicles(ctx, vehicle.userId);
    if (next) await storeDefault(ctx, next);
    await copyPlate(ctx, vehicle.userId, next?.plate ?? null);
    if (next) await tellVehicle(ctx, next, "SetDefault");
  });
}

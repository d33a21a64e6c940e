import type { Context } from "@/lib/core/context";
import { copyPlate } from "@/lib/people/accounts/inside";

import type { VehicleView } from "./schema";
import { storeDefault } from "./store/vehicles";
import { tellVehicle, withOwnVehicle } from "./tell-vehicle";
import { viewVehicle } from "./view";

/**
 * Makes a car of the calling driver the one of whatever names none, instead of the one that was. Throws
 * `vehicle.not_found`.
 */
export async function setDefaultVehicle(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<VehicleView> {
  return withOwnVehicle(ctx, id, async (ctx, vehicle) => {
    if (vehicle.isDefault) return viewVehicle(vehicle);
    await storeDefault(ctx, vehicle);
    await copyPlate(ctx, vehicle.userId, vehicle.plate);
    await tellVehicle(ctx, vehicle, "SetDefault");
    return viewVehicle({ ...vehicle, isDefault: true, updatedAt: ctx.clock.now() });
  });
}

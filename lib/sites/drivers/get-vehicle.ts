import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder, authorize, type Authorized } from "@/lib/core/permissions";

import { findVehicle, type VehicleRow } from "./store/vehicles";

/** A car of the calling driver. Throws `vehicle.not_found` for what is removed, or another's. */
export async function getVehicle(ctx: Context, id: string): Promise<Authorized<VehicleRow>> {
  asHolder(ctx, "vehicle.manage");
  const vehicle = await findVehicle(ctx, id);
  if (!vehicle) throw fail("vehicle.not_found");
  return authorize(ctx, "vehicle.manage", vehicle, "vehicle.not_found");
}

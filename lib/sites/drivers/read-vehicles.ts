import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import { getVehicle } from "./get-vehicle";
import type { VehicleView } from "./schema";
import { findVehicles } from "./store/vehicles";
import { viewVehicle } from "./view";

/** The calling driver's cars, ten at most: the default, then the newest first. */
export async function readVehicles(ctx: Context): Promise<VehicleView[]> {
  const { actor } = asHolder(ctx, "vehicle.manage");
  return (await findVehicles(ctx, actor.userId)).map(viewVehicle);
}

/** One of them. Throws `vehicle.not_found`. */
export async function readVehicle(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<VehicleView> {
  return viewVehicle(await getVehicle(ctx, id));
}

/** The plugs that fit it, by OCPI's names; none where nobody said (a port). Throws `vehicle.not_found`. */
export async function plugsOfVehicle(ctx: Context, id: string): Promise<readonly string[]> {
  return (await readVehicle(ctx, { id })).standards;
}

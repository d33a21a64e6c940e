import { changesOf } from "@/lib/core/changes";
import type { Context } from "@/lib/core/context";
import { copyPlate } from "@/lib/people/accounts/inside";

import { assertYear, wattHoursOf } from "./rules";
import type { UpdateVehicle, VehicleView } from "./schema";
import { updateVehicleRow, type VehicleFacts } from "./store/vehicles";
import { tellVehicle, withOwnVehicle } from "./tell-vehicle";
import { viewVehicle } from "./view";

/**
 * Changes a car of the calling driver; what is not named stays, and bookings keep the plate that they were made with.
 * Throws `vehicle.not_found`, and `vehicle.year` or `vehicle.plate_taken` at the field.
 */
export async function updateVehicle(
  ctx: Context,
  { id, ...input }: UpdateVehicle & { readonly id: string },
): Promise<VehicleView> {
  return withOwnVehicle(ctx, id, async (ctx, vehicle) => {
    assertYear(input.year, ctx.clock.now());
    const before = viewVehicle(vehicle);
    const changes = changesOf(before, input);
    if (Object.keys(changes).length === 0) return before;
    const row = await updateVehicleRow(ctx, vehicle, factsOf(input));
    if (row.isDefault) await copyPlate(ctx, row.userId, row.plate);
    await tellVehicle(ctx, row, "Update", changes);
    return viewVehicle(row);
  });
}

function factsOf({ batteryKwh, kwhPer100Km, ...facts }: UpdateVehicle): Partial<VehicleFacts> {
  return {
    ...facts,
    ...(batteryKwh !== undefined && { batteryWh: wattHoursOf(batteryKwh) }),
    ...(kwhPer100Km !== undefined && {
      whPer100Km: kwhPer100Km === null ? null : wattHoursOf(kwhPer100Km),
    }),
  };
}

import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { copyPlate } from "@/lib/people/accounts/inside";

import { assertYear, mostVehicles, wattHoursOf } from "./rules";
import type { AddVehicle, VehicleView } from "./schema";
import { findVehicles, insertVehicle, lockDriver } from "./store/vehicles";
import { tellVehicle } from "./tell-vehicle";
import { viewVehicle } from "./view";

/**
 * Adds a car to those of the calling driver; the first is their default (operations.md, 6.1). Throws `vehicle.year` and
 * `vehicle.plate_taken` at the field, and `vehicle.too_many` above ten.
 */
export async function addVehicle(ctx: Context, input: AddVehicle): Promise<VehicleView> {
  const { actor } = asHolder(ctx, "vehicle.manage");
  const { userId } = actor;
  const { batteryKwh, kwhPer100Km, standards = [], ...facts } = input;
  const now = ctx.clock.now();
  assertYear(input.year, now);
  return inTransaction(ctx, async (ctx) => {
    await lockDriver(ctx, userId);
    const others = await findVehicles(ctx, userId);
    if (others.length >= mostVehicles) throw fail("vehicle.too_many", { max: mostVehicles });
    const row = await insertVehicle(ctx, {
      ...facts,
      id: newId(),
      userId,
      standards,
      batteryWh: wattHoursOf(batteryKwh),
      whPer100Km: kwhPer100Km == null ? null : wattHoursOf(kwhPer100Km),
      isDefault: others.length === 0,
      createdAt: now,
      updatedAt: now,
    });
    if (row.isDefault) await copyPlate(ctx, userId, row.plate);
    await tellVehicle(ctx, row, "Create", facts);
    return viewVehicle(row);
  });
}

import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { copyPlate } from "@/lib/people/accounts/inside";

import {
  findVehicles,
  findVehicleOfPlate,
  insertVehicle,
  lockDriver,
  storeDefault,
  updateVehicleRow,
} from "./store/vehicles";
import { tellVehicle } from "./tell-vehicle";

/**
 * Makes the plate that an account names that of the driver's default car (a port): of the car they have, or of one of
 * which nothing else is known. A plate of another of their cars makes that the default; null takes the default's away.
 */
export async function keepPlate(ctx: Context, userId: string, plate: string | null): Promise<void> {
  await lockDriver(ctx, userId);
  const [current] = await findVehicles(ctx, userId);
  const named = plate === null ? null : await findVehicleOfPlate(ctx, userId, plate);
  if (!current) {
    if (plate !== null) await addByPlate(ctx, userId, plate);
  } else if (named !== null && named !== current.id) {
    const other = { id: named, userId };
    await storeDefault(ctx, other);
    await updateVehicleRow(ctx, other, { plate });
    await tellVehicle(ctx, other, "SetDefault");
  } else if (plate !== current.plate) {
    await updateVehicleRow(ctx, current, { plate });
    await tellVehicle(ctx, current, "Update", { plate: [current.plate, plate] });
  }
  await copyPlate(ctx, userId, plate);
}

async function addByPlate(ctx: Context, userId: string, plate: string): Promise<void> {
  const now = ctx.clock.now();
  const row = await insertVehicle(ctx, {
    id: newId(),
    userId,
    plate,
    isDefault: true,
    createdAt: now,
    updatedAt: now,
  });
  await tellVehicle(ctx, row, "Create", { plate });
}

import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder, authorize, type Authorized } from "@/lib/core/permissions";
import { recordAudit, type AuditEntry } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import { findVehicle, lockDriver, type VehicleRow } from "./store/vehicles";

const eventOf = {
  Create: "vehicle.added",
  Update: "vehicle.changed",
  SetDefault: "vehicle.changed",
  Remove: "vehicle.removed",
} as const;

/** Writes down what was done to a car, and tells the others. */
export async function tellVehicle(
  ctx: Context,
  { id, userId }: Pick<VehicleRow, "id" | "userId">,
  action: keyof typeof eventOf,
  changes?: AuditEntry["changes"],
): Promise<void> {
  await recordAudit(ctx, {
    entity: "Vehicle",
    entityId: id,
    action,
    ...(changes && { changes }),
    ownerId: userId,
  });
  await publishEvent(ctx, { type: eventOf[action], payload: { vehicleId: id, ownerId: userId } });
}

/**
 * Runs `work` on a car of the calling driver, behind the lock of all of theirs. Throws `vehicle.not_found` for what is
 * removed, or another's.
 */
export async function withOwnVehicle<T>(
  ctx: Context,
  id: string,
  work: (ctx: Context, vehicle: Authorized<VehicleRow>) => Promise<T>,
): Promise<T> {
  const { actor } = asHolder(ctx, "vehicle.manage");
  return inTransaction(ctx, async (ctx) => {
    await lockDriver(ctx, actor.userId);
    const found = await findVehicle(ctx, id);
    if (!found) throw fail("vehicle.not_found");
    return work(ctx, authorize(ctx, "vehicle.manage", found, "vehicle.not_found"));
  });
}

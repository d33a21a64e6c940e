import { eq } from "drizzle-orm";

import { vehicles } from "@/db/schema/drivers";
import type { Context } from "@/lib/core/context";

import type { VehicleRow } from "./vehicles";

/** Notes which picture a car has; null for none. */
export async function storePhoto(
  ctx: Context,
  id: string,
  photoUploadId: string | null,
): Promise<VehicleRow> {
  const [row] = await ctx.db
    .update(vehicles)
    .set({ photoUploadId, updatedAt: ctx.clock.now() })
    .where(eq(vehicles.id, id))
    .returning();
  if (!row) throw new Error("The vehicle is gone.");
  return row;
}

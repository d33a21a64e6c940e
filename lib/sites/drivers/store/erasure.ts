import { eq } from "drizzle-orm";

import { favourites, vehicles } from "@/db/schema/drivers";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Empties a person's cars, whose ids bookings keep, and removes what they marked. Says which cars. */
export async function eraseDriver(
  ctx: Context,
  { userId }: Erased,
): Promise<{ counts: Counts; vehicleIds: string[] }> {
  const now = ctx.clock.now();
  const cars = await ctx.db
    .update(vehicles)
    .set({
      make: null,
      model: null,
      year: null,
      batteryWh: null,
      plate: null,
      standards: [],
      whPer100Km: null,
      photoUploadId: null,
      isDefault: false,
      deletedAt: now,
      updatedAt: now,
    })
    .where(eq(vehicles.userId, userId))
    .returning({ id: vehicles.id });
  const marked = await ctx.db.delete(favourites).where(eq(favourites.userId, userId));
  const counts = { vehicles: cars.length, favourites: marked.count };
  return { counts, vehicleIds: cars.map(({ id }) => id) };
}

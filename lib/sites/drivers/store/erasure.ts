import { eq } from "drizzle-orm";

import { favourites, vehicles } from "@/db/schema/drivers";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Empties a person's cars, whose ids bookings keep, and removes what they marked. */
export async function eraseDriver(ctx: Context, { userId }: Erased): Promise<Counts> {
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
      isDefault: false,
      deletedAt: now,
      updatedAt: now,
    })
    .where(eq(vehicles.userId, userId));
  const marked = await ctx.db.delete(favourites).where(eq(favourites.userId, userId));
  return { vehicles: cars.count, favourites: marked.count };
}

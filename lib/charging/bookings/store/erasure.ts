import { and, eq, isNotNull } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Takes the plates off the owner's bookings. */
export async function eraseBookings(ctx: Context, { userId }: Erased): Promise<Counts> {
  const plates = await ctx.db
    .update(bookings)
    .set({ vehiclePlate: null })
    .where(and(eq(bookings.ownerId, userId), isNotNull(bookings.vehiclePlate)));
  return { plates: plates.count };
}

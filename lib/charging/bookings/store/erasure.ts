import { and, eq, isNotNull, isNull, or } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { isPlateAmong } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Takes the plates off the owner's bookings, and off those that their car had as a guest's. */
export async function eraseBookings(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const plates = await ctx.db
    .update(bookings)
    .set({ vehiclePlate: null })
    .where(
      and(
        isNotNull(bookings.vehiclePlate),
        or(
          eq(bookings.ownerId, userId),
          and(isNull(bookings.ownerId), isPlateAmong(bookings.vehiclePlate, texts)),
        ),
      ),
    );
  return { plates: plates.count };
}

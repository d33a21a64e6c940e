import { inArray } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";

/** The bookings' numbers. */
export async function findNumbers(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: bookings.id, name: bookings.number })
    .from(bookings)
    .where(inArray(bookings.id, [...ids]));
}

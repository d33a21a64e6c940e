import { eq, inArray } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { sessions } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

/** The numbers of the sessions' bookings. */
export async function findNumbers(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: sessions.id, name: bookings.number })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .where(inArray(sessions.id, [...ids]));
}

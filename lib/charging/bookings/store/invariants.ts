import { and, gt, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";

import { holdingStatuses, openStatuses } from "../schema";

/** The stations where a booking that is not over holds a place. */
export async function findBusyStations(ctx: Context, now: Date): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ stationId: bookings.stationId })
    .from(bookings)
    .where(and(inArray(bookings.status, [...holdingStatuses]), gt(bookings.endsAt, now)));
  return rows.map(({ stationId }) => stationId);
}

/** Bookings that are flagged although nothing is left to decide, or flagged by half. */
export async function findStrayFlags(ctx: Context) {
  return ctx.db
    .select({ number: bookings.number, status: bookings.status })
    .from(bookings)
    .where(
      or(
        and(isNotNull(bookings.conflict), notInArray(bookings.status, [...openStatuses])),
        and(isNotNull(bookings.conflict), isNull(bookings.conflictAt)),
        and(isNull(bookings.conflict), isNotNull(bookings.conflictAt)),
      ),
    )
    .limit(100);
}

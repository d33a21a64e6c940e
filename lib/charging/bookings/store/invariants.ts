import { and, gt, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";

import { holdingStatuses, openStatuses } from "../schema";

/** Slots whose `reserved` is not the number of bookings that hold a place in them. */
export async function findMiscounted(ctx: Context) {
  const statuses = `{${holdingStatuses.join(",")}}`;
  return ctx.db.execute<{ station: string; starts: string; was: number; is: number }>(sql`
    select slot.station_id as station, slot.starts_at::text as starts, slot.reserved as was,
      count(booking.id)::int as is
    from slots slot left join bookings booking on booking.station_id = slot.station_id
      and booking.status = any(${statuses}::text[])
      and booking.starts_at < slot.ends_at and booking.ends_at > slot.starts_at
    group by slot.station_id, slot.starts_at, slot.reserved
    having slot.reserved <> count(booking.id)
    order by slot.station_id, slot.starts_at limit 100`);
}

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

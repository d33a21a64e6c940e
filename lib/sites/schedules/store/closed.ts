import { and, asc, count, desc, eq, gte } from "drizzle-orm";

import { isAmong } from "@/db/schema/columns";
import { scheduleExceptions } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Scope } from "@/lib/core/permissions";
import { within } from "@/lib/sites/stations/inside";

import type { ClosedCount } from "../schema";

/**
 * How many of these stations, within the scope, are closed on each day from `from` on, by the reason that drivers read;
 * no day on which none is.
 */
export async function findClosedCounts(
  ctx: Context,
  scope: Scope,
  { stationIds, from }: { readonly stationIds: readonly string[]; readonly from: CalendarDay },
): Promise<ClosedCount[]> {
  return ctx.db
    .select({
      date: scheduleExceptions.on,
      reason: scheduleExceptions.reason,
      stations: count(),
    })
    .from(scheduleExceptions)
    .innerJoin(stations, eq(stations.id, scheduleExceptions.stationId))
    .where(
      and(
        isAmong(scheduleExceptions.stationId, stationIds),
        within(scope),
        eq(scheduleExceptions.closed, true),
        gte(scheduleExceptions.on, from),
      ),
    )
    .groupBy(scheduleExceptions.on, scheduleExceptions.reason)
    .orderBy(asc(scheduleExceptions.on), desc(count()), asc(scheduleExceptions.reason));
}

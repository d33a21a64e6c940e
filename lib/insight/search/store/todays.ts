import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { atOrAfter, before, todays, zonesOf } from "@/lib/core/local-days";
import type { Scope } from "@/lib/core/permissions";
import { withinScope } from "@/lib/core/within-scope";

/**
 * Which bookings a scope finds: an operator's are those of today, which start on the day that their station's clock
 * shows, and those whose car charges still, whenever it came. The query joins the stations.
 */
export async function bookingsFor(ctx: Context, scope: Scope): Promise<SQL | undefined> {
  const { businessId, stationId, ownerId: userId, startsAt, status } = bookings;
  const reached = withinScope(scope, { businessId, stationId, userId });
  if (scope.reach !== "station") return reached;
  const { begins, ends } = todays(ctx.clock.now(), await zonesOf(ctx, stations.timeZone));
  const startsToday = and(
    atOrAfter(startsAt, begins, stations.timeZone),
    before(startsAt, ends, stations.timeZone),
  );
  return and(reached, or(startsToday, eq(status, "InProgress")));
}

/** The owners of the bookings that an operator finds: those of today, so few. */
export async function findTodaysOwners(ctx: Context, scope: Scope): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: sql<string>`${bookings.ownerId}` })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .where(and(await bookingsFor(ctx, scope), isNotNull(bookings.ownerId)));
  return rows.map(({ id }) => id);
}

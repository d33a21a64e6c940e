import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { tariffInForce } from "@/lib/money/tariffs/inside";
import { wholeInForce } from "@/lib/records/settings/inside";
import { isAround, metresTo, openStatuses } from "@/lib/sites/stations/inside";

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outer = {
  id: sql.raw('"stations"."id"'),
  businessId: stations.businessId,
  stationId: stations.id,
};

/** A station that takes bookings, with how far it is and what it lets be booked. */
export type NearStation = Awaited<ReturnType<typeof findNear>>[number];

/** The station and those around it that take bookings, the nearest first, at most so many; with price and limits. */
export async function findNear(
  ctx: Context,
  stationId: string,
  { radiusM, most }: { readonly radiusM: number; readonly most: number },
) {
  const [from] = await ctx.db
    .select({ lat: stations.latitude, lng: stations.longitude })
    .from(stations)
    .where(eq(stations.id, stationId));
  if (!from) return [];
  const metres = metresTo(from);
  return ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      timeZone: stations.timeZone,
      businessId: sql<string>`${stations.businessId}`,
      distanceM: sql<number>`round(${metres})::int`,
      tariff: tariffInForce(outer.id),
      powerW: sql<number | null>`(
        select max(${connectors.maxPowerW}) from ${connectors}
        where ${connectors.stationId} = ${outer.id} and ${connectors.status} = 'Active'
      )`,
      leadMinutes: sql<number>`${wholeInForce(ctx, "leadMinutes", outer)}`,
      maxDaysAhead: sql<number>`${wholeInForce(ctx, "maxDaysAhead", outer)}`,
      maxSlotsPerBooking: sql<number>`${wholeInForce(ctx, "maxSlotsPerBooking", outer)}`,
    })
    .from(stations)
    .where(
      and(
        isAround(from, radiusM),
        inArray(stations.status, [...openStatuses]),
        isNotNull(stations.businessId),
      ),
    )
    .orderBy(sql`${stations.id} <> ${stationId}`, asc(metres), asc(stations.id))
    .limit(most);
}

import { and, eq, inArray, isNotNull, ne, sql, type SQL } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { tariffInForce } from "@/lib/money/tariffs/inside";
import { wholeInForce } from "@/lib/records/settings/inside";
import { byNearness, isInBox, metresTo, openStatuses } from "@/lib/sites/stations/inside";

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outer = {
  id: sql.raw('"stations"."id"'),
  businessId: stations.businessId,
  stationId: stations.id,
};

/** A station that takes bookings, with how far it is and what it lets be booked. */
export type NearStation = Near & Awaited<ReturnType<typeof findLimits>>[number];

/** Which station, and how far off. */
interface Near {
  readonly id: string;
  readonly distanceM: number;
}

/**
 * The station and those around it that take bookings, the nearest first, at most so many: as the index of positions
 * finds them, so that a city costs no more than a village.
 */
export async function findNear(
  ctx: Context,
  stationId: string,
  { radiusM, most }: { readonly radiusM: number; readonly most: number },
): Promise<Near[]> {
  const [from] = await ctx.db
    .select({ lat: stations.latitude, lng: stations.longitude })
    .from(stations)
    .where(eq(stations.id, stationId));
  if (!from) return [];
  const those = (which: SQL | undefined) =>
    ctx.db
      .select({ id: stations.id, metres: metresTo(from) })
      .from(stations)
      .where(
        and(inArray(stations.status, [...openStatuses]), isNotNull(stations.businessId), which),
      );
  const [itself, others] = await Promise.all([
    those(eq(stations.id, stationId)),
    those(and(ne(stations.id, stationId), isInBox(from, radiusM)))
      .orderBy(byNearness(from))
      .limit(most - 1),
  ]);
  return [...itself, ...others.filter(({ metres }) => metres <= radiusM)].map(({ id, metres }) => ({
    id,
    distanceM: Math.round(metres),
  }));
}

/** What these stations are called and ask, and which times they let be booked. */
export function findLimits(ctx: Context, stationIds: readonly string[]) {
  return ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      timeZone: stations.timeZone,
      tariff: tariffInForce(outer.id),
      powerW: sql<number | null>`(
        select max(${connectors.maxPowerW}) from ${connectors}
        where ${connectors.stationId} = ${outer.id} and ${connectors.status} = 'Active'
      )`,
      leadMinutes: sql<number>`${wholeInForce(ctx, "leadMinutes", outer)}`,
      maxDaysAhead: sql<number>`${wholeInForce(ctx, "maxDaysAhead", outer)}`,
      alternativesPerHour: sql<number>`${wholeInForce(ctx, "alternativesPerHour", outer)}`,
      maxSlotsPerBooking: sql<number>`${wholeInForce(ctx, "maxSlotsPerBooking", outer)}`,
    })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]));
}

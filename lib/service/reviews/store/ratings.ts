import { eq, sql } from "drizzle-orm";

import { reviews } from "@/db/schema/reviews";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

/** A station's rating as its reviews make it, beside what it says. */
export interface Recount {
  readonly stationId: string;
  readonly was: { readonly sum: number; readonly count: number };
  readonly is: { readonly sum: number; readonly count: number };
}

/** The stations, of all or that one, whose rating is not what a recount says; a hundred at most. */
export async function findMiscounted(ctx: Context, stationId?: string): Promise<Recount[]> {
  const counted = ctx.db
    .select({
      stationId: reviews.stationId,
      sum: sql<number>`sum(${reviews.score})::int`.as("sum"),
      count: sql<number>`count(*)::int`.as("count"),
    })
    .from(reviews)
    .where(eq(reviews.status, "Approved"))
    .groupBy(reviews.stationId)
    .as("counted");
  const is = {
    sum: sql<number>`coalesce(${counted.sum}, 0)`,
    count: sql<number>`coalesce(${counted.count}, 0)`,
  };
  const rows = await ctx.db
    .select({
      stationId: stations.id,
      wasSum: stations.ratingSum,
      wasCount: stations.ratingCount,
      isSum: is.sum,
      isCount: is.count,
    })
    .from(stations)
    .leftJoin(counted, eq(counted.stationId, stations.id))
    .where(
      sql`(${stations.ratingSum}, ${stations.ratingCount}) is distinct from (${is.sum}, ${is.count})
        and ${stationId === undefined ? sql`true` : eq(stations.id, stationId)}`,
    )
    .limit(100);
  return rows.map((row) => ({
    stationId: row.stationId,
    was: { sum: row.wasSum, count: row.wasCount },
    is: { sum: row.isSum, count: row.isCount },
  }));
}

import { and, asc, eq, lt, sql } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import { users } from "@/db/schema/accounts";
import { reportSubscriptions } from "@/db/schema/reports";
import { stations } from "@/db/schema/stations";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

export type SubscriptionRow = typeof reportSubscriptions.$inferSelect;

/** The person's subscriptions, the oldest first, each with its station's name. */
export async function findSubscriptionsOf(
  ctx: Context,
  userId: string,
): Promise<(SubscriptionRow & { readonly stationName: string | null })[]> {
  const rows = await ctx.db
    .select({ row: reportSubscriptions, stationName: stations.name })
    .from(reportSubscriptions)
    .leftJoin(stations, eq(stations.id, reportSubscriptions.stationId))
    .where(eq(reportSubscriptions.userId, userId))
    .orderBy(asc(reportSubscriptions.createdAt), asc(reportSubscriptions.id));
  return rows.map(({ row, stationName }) => ({ ...row, stationName }));
}

/** How many the person has, held so that none is added at the same time. In a transaction. */
export async function countSubscriptions(ctx: Context, userId: string): Promise<number> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`report-subscriptions/${userId}`}, 0))`,
  );
  return ctx.db.$count(reportSubscriptions, eq(reportSubscriptions.userId, userId));
}

/** Keeps a subscription; false where the person has the same one. */
export async function insertSubscription(
  ctx: Context,
  row: typeof reportSubscriptions.$inferInsert,
): Promise<boolean> {
  const { count } = await ctx.db.insert(reportSubscriptions).values(row).onConflictDoNothing();
  return count > 0;
}

/** Removes one of the person's; whether it was there. */
export async function deleteSubscriptionOf(
  ctx: Context,
  userId: string,
  id: string,
): Promise<boolean> {
  const { count } = await ctx.db
    .delete(reportSubscriptions)
    .where(and(eq(reportSubscriptions.id, id), eq(reportSubscriptions.userId, userId)));
  return count > 0;
}

/** Those of which no mail of this Monday was written, and by whose clocks their reader's Monday is. */
export async function findBefore(
  ctx: Context,
  monday: CalendarDay,
): Promise<(SubscriptionRow & { readonly timeZone: string | null })[]> {
  const rows = await ctx.db
    .select({ row: reportSubscriptions, timeZone: businesses.timeZone })
    .from(reportSubscriptions)
    .innerJoin(users, eq(users.id, reportSubscriptions.userId))
    .leftJoin(businesses, eq(businesses.id, users.businessId))
    .where(lt(reportSubscriptions.mailedOn, monday))
    .orderBy(asc(reportSubscriptions.id));
  return rows.map(({ row, timeZone }) => ({ ...row, timeZone }));
}

export async function findSubscriptionRow(
  ctx: Context,
  id: string,
): Promise<SubscriptionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reportSubscriptions)
    .where(eq(reportSubscriptions.id, id));
  return row ?? null;
}

/** Notes that the mails of a Monday are over for it; false where another worker did, or it is gone. */
export async function markMailed(ctx: Context, id: string, monday: CalendarDay): Promise<boolean> {
  const { count } = await ctx.db
    .update(reportSubscriptions)
    .set({ mailedOn: monday })
    .where(and(eq(reportSubscriptions.id, id), lt(reportSubscriptions.mailedOn, monday)));
  return count > 0;
}

/** Removes all that the person has; how many. */
export async function deleteSubscriptionsOf(ctx: Context, userId: string): Promise<number> {
  const { count } = await ctx.db
    .delete(reportSubscriptions)
    .where(eq(reportSubscriptions.userId, userId));
  return count;
}

import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import { businesses } from "@/db/schema/businesses";
import {
  reportBookings,
  reportCoverage,
  reportHours,
  reportOffered,
  reportStale,
  reportTakings,
} from "@/db/schema/reports";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { insertMany } from "@/lib/core/insert-many";

import { bookingFacts, countHours, offeredFacts, takingFacts, type Facts } from "./facts";
import { partsJson, type DayPart } from "./plan";

/** A business, and up to which day its days are added up, in which zone; nulls for one of which none are. */
export interface Rolled {
  readonly businessId: string;
  readonly timeZone: string;
  readonly until: CalendarDay | null;
  readonly coveredZone: string | null;
}

/** Every business with its coverage, and whether something of its past has changed since. */
export async function findRolled(ctx: Context): Promise<(Rolled & { readonly stale: boolean })[]> {
  return ctx.db
    .select({
      businessId: businesses.id,
      timeZone: businesses.timeZone,
      until: reportCoverage.until,
      coveredZone: reportCoverage.timeZone,
      stale: sql<boolean>`exists (select from ${reportStale} where ${reportStale.businessId} = "businesses"."id")`,
    })
    .from(businesses)
    .leftJoin(reportCoverage, eq(reportCoverage.businessId, businesses.id));
}

/** Makes the business this transaction's to add up; false where another worker is at it. */
export async function claimRolling(ctx: Context, businessId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`report-days:${businessId}`}, 0)) as mine`,
  );
  return row?.mine ?? false;
}

/** Takes the marks of what has changed, as instants; what changes from now on is marked anew. */
export async function takeStale(ctx: Context, businessId: string): Promise<Date[]> {
  const rows = await ctx.db
    .delete(reportStale)
    .where(eq(reportStale.businessId, businessId))
    .returning({ at: reportStale.at });
  return rows.map(({ at }) => at);
}

/** When the first thing that a report adds up happened; null where nothing has. */
export async function findFirst(ctx: Context, businessId: string): Promise<Date | null> {
  const [row] = await ctx.db.execute<{ first: number | null }>(sql`
    select extract(epoch from least(
      (select min(starts_at) from bookings where business_id = ${businessId}),
      (select min(ended_at) from sessions where business_id = ${businessId} and status = 'Completed'),
      (select min(slot.starts_at) from slots slot join stations station on station.id = slot.station_id
        where station.business_id = ${businessId})
    ))::float8 as first`);
  return row?.first == null ? null : new Date(row.first * 1000);
}

/** Forgets everything that was added up of the business. */
export async function forgetRolled(ctx: Context, businessId: string): Promise<void> {
  for (const table of [reportBookings, reportOffered, reportTakings, reportHours]) {
    await ctx.db.delete(table).where(eq(table.businessId, businessId));
  }
}

/** Adds up days of one business anew; of slots only those of days whose slots are still there. */
export async function rollDays(
  ctx: Context,
  businessId: string,
  days: readonly DayPart[],
  slotsSince: CalendarDay,
): Promise<void> {
  await roll(ctx, bookingFacts, reportBookings, businessId, days);
  await roll(ctx, takingFacts, reportTakings, businessId, days);
  const kept = days.filter(({ day }) => day >= slotsSince);
  await roll(ctx, offeredFacts, reportOffered, businessId, kept);
  await forgetDays(ctx, reportHours, businessId, days);
  const hours = await countHours(ctx, partsJson(days));
  await insertMany(ctx, reportHours, hours);
}

type DayTable =
  | typeof reportBookings
  | typeof reportTakings
  | typeof reportOffered
  | typeof reportHours;

async function roll(
  ctx: Context,
  { raw }: Facts,
  table: DayTable,
  businessId: string,
  days: readonly DayPart[],
): Promise<void> {
  if (days.length === 0) return;
  await forgetDays(ctx, table, businessId, days);
  const names = sql.join(
    Object.values(getTableColumns(table as PgTable)).map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  await ctx.db.execute(
    sql`insert into ${table} (${names}) select ${names} from (${raw(partsJson(days))}) as read`,
  );
}

async function forgetDays(
  ctx: Context,
  table: DayTable,
  businessId: string,
  days: readonly DayPart[],
): Promise<void> {
  const named = days.map(({ day }) => day);
  await ctx.db
    .delete(table)
    .where(and(eq(table.businessId, businessId), inArray(table.day, named)));
}

/** Says up to which day the business's days are added up. */
export async function keepCoverage(
  ctx: Context,
  { businessId, timeZone }: Rolled,
  until: CalendarDay,
): Promise<void> {
  await ctx.db
    .insert(reportCoverage)
    .values({ businessId, timeZone, until })
    .onConflictDoUpdate({ target: reportCoverage.businessId, set: { timeZone, until } });
}

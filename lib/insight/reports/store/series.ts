import { and, eq, isNotNull, sql, type SQL } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { reportHours } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import type { Scope } from "@/lib/core/permissions";

import {
  groupDays,
  type BookingRow,
  type DayRange,
  type MissedRow,
  type RevenueRow,
  type StationRow,
  type UsageRow,
} from "../rules";
import type { GroupBy } from "../schema";
import { bookingFacts, countHours, factsOf, offeredFacts, takingFacts, type Facts } from "./facts";
import { planDays } from "./plan";
import { onDays, reach } from "./reach";

/** Which rows a report adds up, and how. */
export interface ReportFilter extends DayRange {
  readonly groupBy: GroupBy;
  readonly stationId?: string | undefined;
}

/** Adds up facts by day and then by week or month, or by station. */
async function addUpFacts<R extends { readonly key: string; readonly name: string | null }>(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
  { facts, sums, also }: { facts: Facts; sums: SQL; also?: SQL },
): Promise<R[]> {
  const { groupBy } = filter;
  const plan = await planDays(ctx, scope, filter);
  const byStation = groupBy === "station";
  const key = byStation ? sql`facts.station_id::text` : sql`facts.day::text`;
  const name = byStation ? sql`min(station.name)` : sql`null::text`;
  const rows = await ctx.db.execute<Record<string, unknown>>(sql`
    select ${key} as key, ${name} as name, ${sums} ${also ? sql`, ${also}` : sql``}
    from ${factsOf(facts, plan, byStation)}
    ${byStation ? sql`join stations station on station.id = facts.station_id` : sql``}
    group by 1 ${also ? sql`, facts.currency` : sql``}`);
  return groupDays(rows as unknown as readonly R[], groupBy);
}

const sum = (column: string, as: string) =>
  sql`sum(facts.${sql.identifier(column)})::float8 as ${sql.identifier(as)}`;
const listed = (sums: readonly SQL[]) => sql.join([...sums], sql`, `);

/** What sessions that ended on the days came to. */
export async function sumRevenue(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<RevenueRow[]> {
  return addUpFacts(ctx, scope, filter, {
    facts: takingFacts,
    sums: listed([
      sum("sessions", "sessions"),
      sum("energy_wh", "energyWh"),
      sum("total_minor", "totalMinor"),
      sum("tax_minor", "taxMinor"),
    ]),
    also: sql`facts.currency as currency`,
  });
}

/** Places times minutes of the slots that start on the days. */
export async function sumOffered(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<UsageRow[]> {
  return addUpFacts(ctx, scope, filter, {
    facts: offeredFacts,
    sums: sum("offered_minutes", "minutes"),
  });
}

/** What became of the bookings that start on the days. */
export async function countBookingsBy(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<BookingRow[]> {
  return addUpFacts(ctx, scope, filter, {
    facts: bookingFacts,
    sums: listed([
      sum("pending", "Pending"),
      sum("approved", "Approved"),
      sum("rejected", "Rejected"),
      sum("in_progress", "InProgress"),
      sum("completed", "Completed"),
      sum("no_show", "NoShow"),
      sum("canceled_by_owner", "CanceledByOwner"),
      sum("canceled_by_backoffice", "CanceledByBackoffice"),
      sum("canceled_by_operator", "CanceledByOperator"),
      sum("due", "due"),
      sum("missed", "noShows"),
      sum("kept", "bookings"),
      sum("kept_minutes", "minutes"),
      sum("canceled_after_start", "afterStart"),
      sum("canceled_under_2h", "under2h"),
      sum("canceled_under_12h", "under12h"),
      sum("canceled_under_24h", "under24h"),
      sum("canceled_earlier", "earlier"),
    ]),
  });
}

/** Bookings that start on the days at each station, and those that nobody came to. */
export async function countAtStations(
  ctx: Context,
  scope: Scope,
  days: DayRange,
): Promise<readonly StationRow[]> {
  return addUpFacts(
    ctx,
    scope,
    { ...days, groupBy: "station" },
    { facts: bookingFacts, sums: listed([sum("kept", "bookings"), sum("missed", "noShows")]) },
  );
}

/** Minutes of the bookings that start on the days. */
export async function sumBooked(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<UsageRow[]> {
  return addUpFacts(ctx, scope, filter, {
    facts: bookingFacts,
    sums: listed([sum("kept_minutes", "minutes"), sum("kept", "bookings")]),
  });
}

/** Bookings that were due on the days, and those of them that nobody came for. */
export async function countMissed(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<MissedRow[]> {
  const rows = await addUpFacts<MissedRow>(ctx, scope, filter, {
    facts: bookingFacts,
    sums: listed([sum("due", "due"), sum("missed", "noShows")]),
  });
  return rows.filter(({ due }) => due > 0);
}

/**
 * How many bookings that start on the days hold a place in each hour of each weekday (ISO, Monday 1) of their station's
 * clock.
 */
export async function countLoad(ctx: Context, scope: Scope, filter: Omit<ReportFilter, "groupBy">) {
  const { rolled, parts, stationId } = await planDays(ctx, scope, filter);
  const rows = await ctx.db.execute<{ weekday: number; hour: number; bookings: number }>(sql`
    select weekday::int, hour::int, sum(bookings)::int as bookings
    from ${reportHours} rolled where ${rolled} group by 1, 2`);
  return [...rows, ...(await countHours(ctx, parts, stationId))];
}

/** Owners with completed bookings that start on the days, those of them with more than one, and their visits. */
export async function countVisits(
  ctx: Context,
  scope: Scope,
  filter: Omit<ReportFilter, "groupBy">,
) {
  const where = and(
    reach.bookings(scope),
    filter.stationId === undefined ? undefined : eq(bookings.stationId, filter.stationId),
    eq(bookings.status, "Completed"),
    isNotNull(bookings.ownerId),
    await onDays(ctx, bookings.startsAt, filter),
  );
  const [row] = await ctx.db.execute<{
    owners: number;
    repeat: number;
    visits: number;
    repeatVisits: number;
  }>(sql`
    select count(*)::int as owners, (count(*) filter (where visits > 1))::int as repeat,
      coalesce(sum(visits), 0)::int as visits,
      coalesce(sum(visits) filter (where visits > 1), 0)::int as "repeatVisits"
    from (
      select ${bookings.ownerId}, count(*) as visits
      from ${bookings} join ${businesses} on ${businesses.id} = ${bookings.businessId}
      where ${where} group by 1
    ) owners`);
  return row ?? { owners: 0, repeat: 0, visits: 0, repeatVisits: 0 };
}

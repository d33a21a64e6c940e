import { and, eq, sql, type SQL } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import { reportCoverage, reportStale } from "@/db/schema/reports";
import { stations } from "@/db/schema/stations";
import { addDays, calendarDay, type CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Scope } from "@/lib/core/permissions";
import { startOfDay } from "@/lib/core/time-zones";
import { presentZone } from "@/lib/core/zone-names";

import type { DayRange } from "../rules";

/** Which rows a report adds up. */
export interface Wanted extends DayRange {
  readonly stationId?: string | undefined;
}

/** A day of a business whose bookings are to be read themselves: its instants `[from, to)` are Node's to tell. */
export interface DayPart {
  readonly businessId: string;
  readonly day: CalendarDay;
  readonly from: Date;
  readonly to: Date;
}

/** Where the days of a report are read: `rolled` says which rows of a table of added-up days count. */
export interface Plan {
  readonly rolled: SQL;
  /** JSON for `jsonb_to_recordset`. */
  readonly parts: string;
  readonly stationId: string | undefined;
}

/**
 * Parts a report's days into those that are added up and those that are not, or in which something has changed since;
 * days of one station are few rows and always read. Each business's days are those of its zone.
 */
export async function planDays(ctx: Context, scope: Scope, wanted: Wanted): Promise<Plan> {
  const { from, to, stationId } = wanted;
  const parts: DayPart[] = [];
  const covered: string[] = [];
  const stale: { business_id: string; day: string }[] = [];
  const startOf = dayStartsOf();
  for (const one of await findCoverage(ctx, scope, stationId)) {
    const { businessId, timeZone, stale: marks } = one;
    const until = stationId === undefined ? one.until : null;
    if (until !== null) covered.push(businessId);
    const changed = new Set(marks.map((at) => calendarDay(at, timeZone)));
    const fresh = (day: CalendarDay) => until !== null && day < until && !changed.has(day);
    if (until !== null && until > to && changed.size === 0) continue;
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (fresh(day)) continue;
      if (until !== null && day < until) stale.push({ business_id: businessId, day });
      const span = { from: startOf(timeZone, day), to: startOf(timeZone, addDays(day, 1)) };
      parts.push({ businessId, day, ...span });
    }
  }
  const rolled = sql`rolled.business_id = any(${`{${covered.join(",")}}`}::uuid[])
    and rolled.day between ${from}::date and ${to}::date
    and not exists (
      select from jsonb_to_recordset(${JSON.stringify(stale)}::text::jsonb)
        as changed(business_id uuid, day date)
      where changed.business_id = rolled.business_id and changed.day = rolled.day)`;
  return { rolled, parts: partsJson(parts), stationId };
}

export const partsJson = (parts: readonly DayPart[]): string =>
  JSON.stringify(
    parts.map(({ businessId, day, from, to }) => ({
      business_id: businessId,
      day,
      from_at: from,
      to_at: to,
    })),
  );

/** The first instant of a day in a zone, each reckoned once. */
export function dayStartsOf(): (timeZone: string, day: CalendarDay) => Date {
  const known = new Map<string, Date>();
  return (timeZone, day) => {
    const key = `${timeZone} ${day}`;
    const found = known.get(key) ?? startOfDay(day, timeZone);
    known.set(key, found);
    return found;
  };
}

/** The scope's businesses, up to where their days are added up in the zone that they have now, and what changed. */
async function findCoverage(ctx: Context, scope: Scope, stationId: string | undefined) {
  const marks = sql<
    Date[] | null
  >`(select array_agg(distinct extract(epoch from ${reportStale.at})::float8)
    from ${reportStale} where ${reportStale.businessId} = "businesses"."id")`;
  const rows = await ctx.db
    .select({
      businessId: businesses.id,
      timeZone: businesses.timeZone,
      until: reportCoverage.until,
      coveredZone: reportCoverage.timeZone,
      marks: marks.mapWith((found: readonly number[] | null) => found ?? []),
    })
    .from(businesses)
    .leftJoin(reportCoverage, eq(reportCoverage.businessId, businesses.id))
    .where(
      and(
        scope.reach === "business" ? eq(businesses.id, scope.businessId) : undefined,
        stationId === undefined
          ? undefined
          : sql`"businesses"."id" = (select ${stations.businessId} from ${stations} where ${stations.id} = ${stationId})`,
      ),
    );
  return rows
    .filter(({ timeZone }) => presentZone(timeZone) !== null)
    .map(({ businessId, timeZone, until, coveredZone, marks: found }) => ({
      businessId,
      timeZone,
      until: coveredZone === timeZone ? until : null,
      stale: ((found as unknown as readonly number[]) ?? []).map(
        (seconds) => new Date(Number(seconds) * 1000),
      ),
    }));
}

import { and, count, eq, inArray, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { slots } from "@/db/schema/schedules";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { keptStatuses } from "@/lib/charging/bookings/schema";
import { calendarDay, localTime, weekdayOf, weekdays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { quarterHour } from "@/lib/core/local-days";
import type { Scope } from "@/lib/core/permissions";

import {
  addUp,
  due,
  type DayRange,
  type MissedRow,
  type RevenueRow,
  type UsageRow,
} from "../rules";
import type { GroupBy } from "../schema";
import { groupKey, groupName, onDays, reach, whole } from "./reach";

/** Which rows a report adds up, and how. */
export interface ReportFilter extends DayRange {
  readonly groupBy: GroupBy;
  readonly stationId?: string | undefined;
}

/** What sessions that ended on the days came to. */
export async function sumRevenue(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<RevenueRow[]> {
  const { groupBy, stationId } = filter;
  const rows = await ctx.db
    .select({
      key: groupKey(sessions.endedAt, groupBy),
      name: groupName(groupBy),
      currency: sessions.currency,
      sessions: count(),
      energyWh: whole(sessions.energyWh),
      totalMinor: whole(sessions.totalMinor),
      taxMinor: whole(sessions.taxMinor),
    })
    .from(sessions)
    .innerJoin(stations, eq(stations.id, sessions.stationId))
    .innerJoin(businesses, eq(businesses.id, sessions.businessId))
    .where(
      and(
        reach.sessions(scope),
        eq(sessions.status, "Completed"),
        stationId === undefined ? undefined : eq(sessions.stationId, stationId),
        await onDays(ctx, sessions.endedAt, filter),
      ),
    )
    .groupBy(sql`1`, sessions.currency);
  return addUp(rows, groupBy);
}

const minutesOf = (starts: unknown, ends: unknown) =>
  sql`extract(epoch from ${ends} - ${starts}) / 60`;

/** Places times minutes of the slots that start on the days. */
export async function sumOffered(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<UsageRow[]> {
  const { groupBy, stationId } = filter;
  const length = minutesOf(slots.startsAt, slots.endsAt);
  const rows = await ctx.db
    .select({
      key: groupKey(slots.startsAt, groupBy),
      name: groupName(groupBy),
      minutes: whole(sql`${slots.capacity} * ${length}`),
    })
    .from(slots)
    .innerJoin(stations, eq(stations.id, slots.stationId))
    .innerJoin(businesses, eq(businesses.id, stations.businessId))
    .where(
      and(
        reach.stations(scope),
        stationId === undefined ? undefined : eq(slots.stationId, stationId),
        await onDays(ctx, slots.startsAt, filter),
      ),
    )
    .groupBy(sql`1`);
  return addUp(rows, groupBy);
}

/** Minutes of the bookings that start on the days. */
export async function sumBooked(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<UsageRow[]> {
  const { groupBy } = filter;
  const rows = await ctx.db
    .select({
      key: groupKey(bookings.startsAt, groupBy),
      name: groupName(groupBy),
      minutes: whole(minutesOf(bookings.startsAt, bookings.endsAt)),
      bookings: count(),
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .innerJoin(businesses, eq(businesses.id, bookings.businessId))
    .where(and(inArray(bookings.status, [...keptStatuses]), await starting(ctx, scope, filter)))
    .groupBy(sql`1`);
  return addUp(rows, groupBy);
}

/** Bookings that were due on the days, and those of them that nobody came for. */
export async function countMissed(
  ctx: Context,
  scope: Scope,
  filter: ReportFilter,
): Promise<MissedRow[]> {
  const { groupBy } = filter;
  const rows = await ctx.db
    .select({
      key: groupKey(bookings.startsAt, groupBy),
      name: groupName(groupBy),
      due: count(),
      noShows: sql`count(*) filter (where ${bookings.status} = 'NoShow')`.mapWith(Number),
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .innerJoin(businesses, eq(businesses.id, bookings.businessId))
    .where(
      and(
        inArray(bookings.status, [...due]),
        // Who stands at the gate cannot fail to come.
        eq(bookings.origin, "Booking"),
        await starting(ctx, scope, filter),
      ),
    )
    .groupBy(sql`1`);
  return addUp(rows, groupBy);
}

/** How many bookings of the days start on each weekday (ISO, Monday 1) and hour of their station's clock. */
export async function countStarts(
  ctx: Context,
  scope: Scope,
  filter: Omit<ReportFilter, "groupBy">,
) {
  const rows = await ctx.db
    .select({
      quarter: quarterHour(bookings.startsAt),
      zone: stations.timeZone,
      bookings: count(),
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .innerJoin(businesses, eq(businesses.id, bookings.businessId))
    .where(and(inArray(bookings.status, [...keptStatuses]), await starting(ctx, scope, filter)))
    .groupBy(sql`1`, stations.timeZone);
  return rows.map(({ quarter, zone, bookings: starts }) => {
    const at = new Date(quarter * 1000);
    const weekday = weekdays.indexOf(weekdayOf(calendarDay(at, zone))) + 1;
    return { weekday, hour: Number(localTime(at, zone).slice(0, 2)), bookings: starts };
  });
}

const starting = async (ctx: Context, scope: Scope, filter: Omit<ReportFilter, "groupBy">) =>
  and(
    reach.bookings(scope),
    filter.stationId === undefined ? undefined : eq(bookings.stationId, filter.stationId),
    await onDays(ctx, bookings.startsAt, filter),
  );

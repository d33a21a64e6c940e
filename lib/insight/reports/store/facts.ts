import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import { bookings } from "@/db/schema/bookings";
import { reportBookings, reportOffered, reportTakings } from "@/db/schema/reports";
import { slots } from "@/db/schema/schedules";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { keptStatuses } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { quarterHour } from "@/lib/core/local-days";
import { weekdays, weekdayOf, calendarDay, localTime } from "@/lib/core/calendar";

import { due, type DayKey } from "../rules";
import type { Plan } from "./plan";

// What a day of a station adds up to is said here once, for the tables of added-up days and for the days that are read
// themselves, so that both are the same.

/** How a kind of facts is read from what it follows of, and the table that keeps it added up. */
export interface Facts {
  readonly table: PgTable;
  /** Rows of business, day, station and the table's further columns, of the days in the JSON. */
  readonly raw: (parts: string, stationId?: string) => SQL;
}

const part = (parts: string) => sql`jsonb_to_recordset(${parts}::text::jsonb)
  as part(business_id uuid, day date, from_at timestamptz, to_at timestamptz)`;

const at = (station: SQL, stationId: string | undefined) =>
  stationId === undefined ? sql`` : sql`and ${station} = ${stationId}::uuid`;

const list = (values: readonly string[]) =>
  sql`(${sql.join(
    values.map((value) => sql.raw(`'${value}'`)),
    sql`, `,
  )})`;

const number = (condition: SQL) => sql`(count(*) filter (where ${condition}))::int`;
const is = (status: string) => number(sql`one.status = ${sql.raw(`'${status}'`)}`);
/** Cancellations with a time left `[from, to)` of so many hours. */
const early = (from: number, to: number) =>
  number(sql`one.lead_hours >= ${literal(from)} and one.lead_hours < ${literal(to)}`);
const literal = (hours: number) =>
  Number.isFinite(hours) ? sql.raw(String(hours)) : sql.raw(`float8 '${hours}'`);

/** Bookings that start on the day; how early one was canceled is told by its audit record. */
export const bookingFacts: Facts = {
  table: reportBookings,
  raw: (parts, stationId) => sql`
    select one.business_id, one.day, one.station_id,
      ${is("Pending")} as pending, ${is("Approved")} as approved, ${is("Rejected")} as rejected,
      ${is("InProgress")} as in_progress, ${is("Completed")} as completed, ${is("NoShow")} as no_show,
      ${is("CanceledByOwner")} as canceled_by_owner,
      ${is("CanceledByBackoffice")} as canceled_by_backoffice,
      ${is("CanceledByOperator")} as canceled_by_operator,
      ${number(sql`one.status in ${list(due)} and one.origin = 'Booking'`)} as due,
      ${number(sql`one.status = 'NoShow' and one.origin = 'Booking'`)} as missed,
      ${number(sql`one.status in ${list(keptStatuses)}`)} as kept,
      coalesce(sum(one.minutes) filter (where one.status in ${list(keptStatuses)}), 0)::int as kept_minutes,
      ${early(-Infinity, 0)} as canceled_after_start, ${early(0, 2)} as canceled_under_2h,
      ${early(2, 12)} as canceled_under_12h, ${early(12, 24)} as canceled_under_24h,
      ${early(24, Infinity)} as canceled_earlier
    from (
      select part.business_id, part.day, booking.station_id, booking.status, booking.origin,
        extract(epoch from booking.ends_at - booking.starts_at) / 60 as minutes,
        case when booking.status like 'Canceled%' then extract(epoch from booking.starts_at - coalesce((
          select max(audit.at) from audits audit where audit.entity = 'Booking'
            and audit.entity_id = booking.id and audit.to = booking.status), booking.updated_at)) / 3600 end as lead_hours
      from ${part(parts)} join ${bookings} booking on booking.business_id = part.business_id
        and booking.starts_at >= part.from_at and booking.starts_at < part.to_at
        ${at(sql`booking.station_id`, stationId)}
    ) one group by 1, 2, 3`,
};

/** Finalized sessions that ended on the day. */
export const takingFacts: Facts = {
  table: reportTakings,
  raw: (parts, stationId) => sql`
    select part.business_id, part.day, one.station_id, one.currency, count(*)::int as sessions,
      coalesce(sum(one.energy_wh), 0)::bigint as energy_wh,
      coalesce(sum(one.total_minor), 0)::bigint as total_minor,
      coalesce(sum(one.tax_minor), 0)::bigint as tax_minor
    from ${part(parts)} join ${sessions} one on one.business_id = part.business_id
      and one.ended_at >= part.from_at and one.ended_at < part.to_at and one.status = 'Completed'
      ${at(sql`one.station_id`, stationId)}
    group by 1, 2, 3, 4`,
};

/** Places times minutes of the slots that start on the day. */
export const offeredFacts: Facts = {
  table: reportOffered,
  raw: (parts, stationId) => sql`
    select part.business_id, part.day, one.station_id,
      sum(one.capacity * extract(epoch from one.ends_at - one.starts_at) / 60)::int as offered_minutes
    from ${part(parts)} join ${stations} station on station.business_id = part.business_id
      ${at(sql`station.id`, stationId)}
    join ${slots} one on one.station_id = station.id
      and one.starts_at >= part.from_at and one.starts_at < part.to_at
    group by 1, 2, 3`,
};

/** The facts of a report's days, those added up and those read alike, as rows of `facts`. */
export function factsOf({ table, raw }: Facts, { rolled, parts, stationId }: Plan): SQL {
  const names = Object.values(getTableColumns(table)).map(({ name }) => name);
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  return sql`(select ${columns} from ${table} rolled where ${rolled}
    union all select ${columns} from (${raw(parts, stationId)}) as read) as facts`;
}

export interface HourRow extends DayKey {
  readonly weekday: number;
  readonly hour: number;
  readonly bookings: number;
}

/** Bookings by weekday and hour of their station's clock, of the days that are read themselves. */
export async function countHours(
  ctx: Context,
  parts: string,
  stationId?: string,
): Promise<HourRow[]> {
  const rows = await ctx.db.execute<{
    business_id: string;
    day: string;
    at: number;
    zone: string;
    bookings: number;
  }>(sql`
    select part.business_id, part.day::text, ${quarterHour(sql`one.starts_at`)} as at, station.time_zone as zone,
      count(*)::int as bookings
    from ${part(parts)} join ${bookings} one on one.business_id = part.business_id
      and one.starts_at >= part.from_at and one.starts_at < part.to_at and one.status in ${list(keptStatuses)}
      ${at(sql`one.station_id`, stationId)}
    join ${stations} station on station.id = one.station_id
    group by 1, 2, 3, 4`);
  const sums = new Map<string, HourRow>();
  for (const { business_id, day, at: seconds, zone, bookings: count } of rows) {
    const instant = new Date(Number(seconds) * 1000);
    const weekday = weekdays.indexOf(weekdayOf(calendarDay(instant, zone))) + 1;
    const hour = Number(localTime(instant, zone).slice(0, 2));
    const key = `${business_id} ${day} ${weekday} ${hour}`;
    const before = sums.get(key)?.bookings ?? 0;
    sums.set(key, { businessId: business_id, day, weekday, hour, bookings: before + count });
  }
  return [...sums.values()];
}

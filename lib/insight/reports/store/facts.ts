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

/**
 * Keeps the planner from turning this inside out: it cannot know that a day is a small part of a table, and would read
 * all of it for a few days.
 */
const dayByDay = sql`offset 0`;

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
      from ${part(parts)} cross join lateral (
        select * from ${bookings} where business_id = part.business_id
          and starts_at >= part.from_at and starts_at < part.to_at ${at(sql`station_id`, stationId)} ${dayByDay}
      ) booking
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
    from ${part(parts)} cross join lateral (
      select * from ${sessions} where business_id = part.business_id and status = 'Completed'
        and ended_at >= part.from_at and ended_at < part.to_at ${at(sql`station_id`, stationId)} ${dayByDay}
    ) one
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
    cross join lateral (
      select * from ${slots} where station_id = station.id
        and starts_at >= part.from_at and starts_at < part.to_at ${dayByDay}
    ) one
    group by 1, 2, 3`,
};

/** Stands for all stations of a business together, in the rows that add those up; written out for its index. */
export const allStations = sql.raw("'00000000-0000-0000-0000-000000000000'");

/**
 * The facts of a report's days, those added up and those read alike, as rows of `facts`: of each station, or where it
 * does not matter, of all of a business's together as far as they are added up.
 */
export function factsOf(
  { table, raw }: Facts,
  { rolled, parts, stationId }: Plan,
  byStation: boolean,
): SQL {
  const which = byStation ? sql`<>` : sql`=`;
  const names = Object.values(getTableColumns(table)).map(({ name }) => name);
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  return sql`(select ${columns} from ${table} rolled where ${rolled}
      and rolled.station_id ${which} ${allStations}
    union all select ${columns} from (${raw(parts, stationId)}) as read) as facts`;
}

export interface HourRow extends DayKey {
  readonly weekday: number;
  readonly hour: number;
  readonly bookings: number;
}

/**
 * Bookings by each weekday and hour of their station's clock in which they hold a place, of the days that are read
 * themselves. A booking counts whole on the day on which it starts, and once in an hour that the clocks show twice.
 */
export async function countHours(
  ctx: Context,
  parts: string,
  stationId?: string,
): Promise<HourRow[]> {
  const rows = await ctx.db.execute<{
    business_id: string;
    day: string;
    first: number;
    last: number;
    zone: string;
    bookings: number;
  }>(sql`
    select part.business_id, part.day::text, ${quarterHour(sql`one.starts_at`)} as first,
      ${quarterHour(sql`one.ends_at - interval '1 ms'`)} as last, station.time_zone as zone, count(*)::int as bookings
    from ${part(parts)} cross join lateral (
      select * from ${bookings} where business_id = part.business_id and status in ${list(keptStatuses)}
        and starts_at >= part.from_at and starts_at < part.to_at ${at(sql`station_id`, stationId)} ${dayByDay}
    ) one
    join ${stations} station on station.id = one.station_id
    group by 1, 2, 3, 4, 5`);
  const hourOf = hoursOf();
  const sums = new Map<string, HourRow>();
  for (const { business_id: businessId, day, first, last, zone, bookings: count } of rows) {
    const held = new Map<string, Hour>();
    for (let seconds = Number(first); seconds <= Number(last); seconds += quarterSeconds) {
      const hour = hourOf(seconds, zone);
      held.set(hour.key, hour);
    }
    for (const { weekday, hour } of held.values()) {
      const key = `${businessId} ${day} ${weekday} ${hour}`;
      const before = sums.get(key)?.bookings ?? 0;
      sums.set(key, { businessId, day, weekday, hour, bookings: before + count });
    }
  }
  return [...sums.values()];
}

const quarterSeconds = 15 * 60;

/** An hour that a clock shows on a day. */
interface Hour {
  readonly key: string;
  /** ISO's: Monday is 1. */
  readonly weekday: number;
  readonly hour: number;
}

/** The hour that a zone's clock shows at an instant in Unix seconds, each told once. */
function hoursOf(): (seconds: number, zone: string) => Hour {
  const known = new Map<string, Hour>();
  return (seconds, zone) => {
    const of = `${seconds} ${zone}`;
    const found = known.get(of);
    if (found) return found;
    const instant = new Date(seconds * 1000);
    const day = calendarDay(instant, zone);
    const hour = Number(localTime(instant, zone).slice(0, 2));
    const told = { key: `${day} ${hour}`, weekday: weekdays.indexOf(weekdayOf(day)) + 1, hour };
    known.set(of, told);
    return told;
  };
}

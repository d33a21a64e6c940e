import { sql, type SQL } from "drizzle-orm";

import { scheduleExceptions, schedules } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { addDays, calendarDay, localTime, weekdayOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { zonesOf } from "@/lib/core/local-days";

/**
 * Whether a statement's station is open now by its hours, as `isOpenAt` says of one: a window of today that has begun,
 * or one of yesterday that runs past midnight; and one that nobody runs, and whose hours nobody told, is not closed.
 * A port. The local day and time of each zone are told by Node, never by the database.
 */
export async function openNow(ctx: Context): Promise<SQL> {
  const now = ctx.clock.now();
  const clocks = (await zonesOf(ctx, stations.timeZone)).map((zone) => {
    const today = calendarDay(now, zone);
    const before = addDays(today, -1);
    const days = { today, before, weekday: weekdayOf(today), weekday_before: weekdayOf(before) };
    return { zone, clock: localTime(now, zone), ...days };
  });
  return sql`(${isUntold} or exists (
    select from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb)
      as here(zone text, clock text, today date, before date, weekday text, weekday_before text)
    where here.zone = ${stations.timeZone} and (
      exists (select from ${windowsOf(sql`here.today`, sql`here.weekday`)} win
        where win ->> 'start' <= here.clock and (${isOvernight} or here.clock < win ->> 'end'))
      or exists (select from ${windowsOf(sql`here.before`, sql`here.weekday_before`)} win
        where ${isOvernight} and here.clock < win ->> 'end')
    )
  ))`;
}

/** A window's times are `HH:mm`, which text orders; one whose end is not after its start ends on the next day. */
const isOvernight = sql`win ->> 'end' <= win ->> 'start'`;

/** The windows of a date: of its exception, where it has one, else of the weekday. */
const windowsOf = (on: SQL, weekday: SQL): SQL => sql`jsonb_array_elements(coalesce(
  (select own.windows from ${scheduleExceptions} own where own.station_id = ${stations.id} and own."on" = ${on}),
  (select plan.weekly -> ${weekday} from ${schedules} plan where plan.station_id = ${stations.id}),
  '[]'::jsonb
))`;

const isUntold = sql`(${stations.businessId} is null
  and not exists (select from ${scheduleExceptions} own where own.station_id = ${stations.id})
  and not exists (
    select from ${schedules} plan, jsonb_each(plan.weekly) day
    where plan.station_id = ${stations.id} and jsonb_array_length(day.value) > 0
  ))`;

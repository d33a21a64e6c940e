import { sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { addDays, calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { startOfDay } from "@/lib/core/time-zones";

import type { FoundStation } from "../rules";

import { isOfSuiting, type PlaceAsked } from "./suits";

type Availability = FoundStation["availability"];
type Counted = Omit<Availability[number], "date"> & { id: string; n: number };
const days = [0, 1, 2, 3, 4, 5, 6];

/**
 * The next 7 days of each station in its own zone, today first, with the slots still to begin and the places left, of
 * all or those that suit a car.
 * One range of the slots' index a station; where the days begin is told by `startOfDay`.
 */
export async function findAvailability(
  ctx: Context,
  stations: readonly { readonly id: string; readonly timeZone: string }[],
  need: PlaceAsked = {},
): Promise<Map<string, Availability>> {
  const now = ctx.clock.now();
  // Of each zone once: a page's stations mostly share theirs.
  const weeks = new Map<string, ReturnType<typeof weekOf>>();
  const starts = stations.map(({ id, timeZone }) => {
    const week = weeks.get(timeZone) ?? weekOf(now, timeZone);
    weeks.set(timeZone, week);
    return { id, ...week };
  });
  const found = await ctx.db.execute<Counted>(sql`
    select station.id, day.n, day.slots, day."freeSlots", day."freeCapacity"
    from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as station(id uuid, starts timestamptz[])
    cross join lateral (
      select width_bucket(slot.starts_at, station.starts) as n, count(distinct slot.starts_at)::int as slots,
        count(distinct slot.starts_at) filter (where slot.reserved < slot.capacity)::int as "freeSlots",
        sum(greatest(slot.capacity - slot.reserved, 0))::int as "freeCapacity"
      from ${slots} slot
      where slot.station_id = station.id and slot.starts_at >= ${now.toISOString()}::timestamptz
        and slot.starts_at < station.starts[8] and ${isOfSuiting(need)}
      group by 1
    ) day`);
  const byDay = new Map(found.map((row) => [`${row.id} ${row.n}`, row]));
  return new Map(
    starts.map(({ id, today }) => [
      id,
      days.map((n) => {
        const { slots = 0, freeSlots = 0, freeCapacity = 0 } = byDay.get(`${id} ${n + 1}`) ?? {};
        return { date: addDays(today, n), slots, freeSlots, freeCapacity };
      }),
    ]),
  );
}

/** Today in the zone, and when it and the seven days after it begin. */
function weekOf(now: Date, zone: string) {
  const today = calendarDay(now, zone);
  return { today, starts: [...days, 7].map((n) => startOfDay(addDays(today, n), zone)) };
}

import { and, eq, inArray, lt, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";
import type { HeldRange } from "../ports";

/** A slot whose `reserved` was not the number of its bookings. */
export interface Difference {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly was: number;
  readonly is: number;
}

/** Sets `reserved` of the stations' slots that end after `from` to the number of ranges that overlap each. */
export async function repairReserved(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  held: readonly HeldRange[],
): Promise<Difference[]> {
  const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;
  const seconds = (instants: readonly Date[]) => list(instants.map((at) => at.getTime() / 1000));
  const rows = await ctx.db.execute<{
    station: string;
    start: number;
    was: number;
    is: number;
  }>(sql`
    with held as (
      select station_id, to_timestamp(starts) as starts_at, to_timestamp(ends) as ends_at from unnest(
        ${list(held.map(({ stationId }) => stationId))}::uuid[],
        ${seconds(held.map(({ startsAt }) => startsAt))}::float8[],
        ${seconds(held.map(({ endsAt }) => endsAt))}::float8[]
      ) as range (station_id, starts, ends)
    ), counted as (
      select slot.station_id, slot.starts_at, slot.reserved as was, count(held.station_id)::int as is
      from slots slot left join held on held.station_id = slot.station_id
        and held.starts_at < slot.ends_at and held.ends_at > slot.starts_at
      where slot.station_id = any(${list(stationIds)}::uuid[])
        and slot.ends_at > ${from.toISOString()}::timestamptz
      group by slot.station_id, slot.starts_at
      having slot.reserved <> count(held.station_id)
    )
    update slots set reserved = counted.is
    from counted
    where slots.station_id = counted.station_id and slots.starts_at = counted.starts_at
    returning slots.station_id as station, date_part('epoch', slots.starts_at) as start,
      counted.was, counted.is`);
  return rows.map(({ station, start, was, is }) => ({
    stationId: station,
    startsAt: new Date(start * 1000),
    was,
    is,
  }));
}

/** Removes the stations' slots that began before the instant and hold no booking; returns how many. */
export async function deleteSlotsBefore(
  ctx: Context,
  stationIds: readonly string[],
  before: Date,
): Promise<number> {
  const removed = await ctx.db
    .delete(slots)
    .where(
      and(
        inArray(slots.stationId, [...stationIds]),
        lt(slots.startsAt, before),
        eq(slots.reserved, 0),
      ),
    );
  return removed.count;
}

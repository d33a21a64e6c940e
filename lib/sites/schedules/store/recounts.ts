import { and, eq, inArray, lt, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";
import { textOfList } from "@/lib/core/text-of-list";

import type { Claim } from "../find-claims";
import { rowsOf } from "./claim-rows";

/** A slot whose `reserved` was not the number of its claims. */
export interface Difference {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly group: number;
  readonly was: number;
  readonly is: number;
}

interface DifferenceRow extends Record<string, unknown> {
  readonly station: string;
  readonly start: number;
  readonly group: number;
  readonly was: number;
  readonly is: number;
}

/** The stations' slots that end after `from` and whose `reserved` is not the number of claims that overlap each. */
const miscounted = (stationIds: readonly string[], from: Date, claims: readonly Claim[]) => sql`
    with claim as (${rowsOf(claims)}), counted as (
      select slot.station_id, slot.starts_at, slot.place_group, slot.reserved as was,
        count(claim.station_id)::int as is
      from slots slot left join claim on claim.station_id = slot.station_id
        and claim.place_group = slot.place_group
        and claim.starts_at < slot.ends_at and claim.ends_at > slot.starts_at
      where slot.station_id = any(${textOfList(stationIds)}::uuid[])
        and slot.ends_at > ${from.toISOString()}::timestamptz
      group by slot.station_id, slot.starts_at, slot.place_group
      having slot.reserved <> count(claim.station_id)
    )`;

const viewDifference = ({ station, start, group, was, is }: DifferenceRow): Difference => ({
  stationId: station,
  startsAt: new Date(start * 1000),
  group,
  was,
  is,
});

/** The same slots, left as they are. */
export async function findMiscounted(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  claims: readonly Claim[],
): Promise<Difference[]> {
  const rows = await ctx.db.execute<DifferenceRow>(sql`
    ${miscounted(stationIds, from, claims)}
    select station_id as station, date_part('epoch', starts_at) as start, place_group as group, was, "is" from counted
    order by 1, 2, 3`);
  return rows.map(viewDifference);
}

/** Sets `reserved` of the stations' slots that end after `from` to the number of claims that overlap each. */
export async function repairReserved(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  claims: readonly Claim[],
): Promise<Difference[]> {
  const rows = await ctx.db.execute<DifferenceRow>(sql`
    ${miscounted(stationIds, from, claims)}
    update slots set reserved = counted.is
    from counted
    where slots.station_id = counted.station_id and slots.starts_at = counted.starts_at
      and slots.place_group = counted.place_group
    returning slots.station_id as station, date_part('epoch', slots.starts_at) as start,
      slots.place_group as group,
      counted.was, counted.is`);
  return rows.map(viewDifference);
}

/** Removes the stations' slots that began before the instant and hold no claim; returns how many. */
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

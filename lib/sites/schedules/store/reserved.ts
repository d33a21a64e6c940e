import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";
import { longestSlotMinutes } from "@/lib/core/durations";

import type { Claim } from "../find-claims";
import type { Slot } from "../rules";
import { overlapping, slotColumns } from "./slots";

/**
 * Takes one place in each slot of the claim, where slots with a place left cover its range exactly, and returns
 * them in order; none where not. They are locked in order before any is looked at, so that what is seen stays.
 */
export async function takeReserved(ctx: Context, claim: Claim): Promise<Slot[]> {
  const [start, end] = [claim.startsAt.toISOString(), claim.endsAt.toISOString()];
  const { startsAt, endsAt, capacity, reserved } = slotColumns;
  const locked = ctx.db
    .$with("locked")
    .as(
      ctx.db
        .select({ startsAt, endsAt, capacity, reserved })
        .from(slots)
        .where(overlapping(claim))
        .orderBy(asc(slots.startsAt))
        .for("update"),
    );
  // Slots never overlap one another, so those whose lengths add up to the range leave no gap in it.
  const fits = sql`(
    select bool_and(${locked.reserved} < ${locked.capacity})
      and min(${locked.startsAt}) = ${start}::timestamptz and max(${locked.endsAt}) = ${end}::timestamptz
      and sum(${locked.endsAt} - ${locked.startsAt}) = ${end}::timestamptz - ${start}::timestamptz
    from ${locked})`;
  const taken = await ctx.db
    .with(locked)
    .update(slots)
    .set({ reserved: sql`${slots.reserved} + 1` })
    .from(locked)
    .where(and(eq(slots.stationId, claim.stationId), eq(slots.startsAt, locked.startsAt), fits))
    .returning(slotColumns);
  return taken.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** Gives one place a claim back in every slot that overlaps it, locking all slots in the one order first. */
export async function returnReserved(ctx: Context, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await ctx.db.execute(sql`
    with claim as (${rowsOf(claims)}), locked as (
      select slot.station_id, slot.starts_at from claim join slots slot
        on slot.station_id = claim.station_id and slot.starts_at < claim.ends_at
        and slot.ends_at > claim.starts_at
        and slot.starts_at > claim.starts_at - make_interval(mins => ${longestSlotMinutes}::int)
      order by slot.station_id, slot.starts_at
      for update of slot
    ), freed as (
      select station_id, starts_at, count(*)::int as places from locked group by station_id, starts_at
    )
    update slots set reserved = greatest(slots.reserved - freed.places, 0)
    from freed
    where slots.station_id = freed.station_id and slots.starts_at = freed.starts_at`);
}

/** The claims as rows `(station_id, starts_at, ends_at)`. */
function rowsOf(claims: readonly Claim[]) {
  const seconds = (instants: readonly Date[]) => list(instants.map((at) => at.getTime() / 1000));
  return sql`
    select station_id, to_timestamp(starts) as starts_at, to_timestamp(ends) as ends_at from unnest(
      ${list(claims.map(({ stationId }) => stationId))}::uuid[],
      ${seconds(claims.map(({ startsAt }) => startsAt))}::float8[],
      ${seconds(claims.map(({ endsAt }) => endsAt))}::float8[]
    ) as range (station_id, starts, ends)`;
}

const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;

/** A slot whose `reserved` was not the number of its claims. */
export interface Difference {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly was: number;
  readonly is: number;
}

interface DifferenceRow extends Record<string, unknown> {
  readonly station: string;
  readonly start: number;
  readonly was: number;
  readonly is: number;
}

/** The stations' slots that end after `from` and whose `reserved` is not the number of claims that overlap each. */
const miscounted = (stationIds: readonly string[], from: Date, claims: readonly Claim[]) => sql`
    with claim as (${rowsOf(claims)}), counted as (
      select slot.station_id, slot.starts_at, slot.reserved as was, count(claim.station_id)::int as is
      from slots slot left join claim on claim.station_id = slot.station_id
        and claim.starts_at < slot.ends_at and claim.ends_at > slot.starts_at
      where slot.station_id = any(${list(stationIds)}::uuid[])
        and slot.ends_at > ${from.toISOString()}::timestamptz
      group by slot.station_id, slot.starts_at
      having slot.reserved <> count(claim.station_id)
    )`;

const viewDifference = ({ station, start, was, is }: DifferenceRow): Difference => ({
  stationId: station,
  startsAt: new Date(start * 1000),
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
    select station_id as station, date_part('epoch', starts_at) as start, was, "is" from counted
    order by 1, 2`);
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
    returning slots.station_id as station, date_part('epoch', slots.starts_at) as start,
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

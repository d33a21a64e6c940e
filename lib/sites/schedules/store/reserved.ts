import { and, eq, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { longestSlotMinutes } from "@/lib/core/durations";
import { textOfList } from "@/lib/core/text-of-list";

import type { Claim, WantedClaim } from "../find-claims";
import type { WaitedRange } from "../ports";
import { longestSlotBefore, type Slot } from "../rules";
import { rowsOf } from "./claim-rows";
import { overlapping, overlappingAfter, slotColumns } from "./slots";

/**
 * Takes one place in each slot of the range, in the preferred group of those that suit and have one left in all of
 * them (`byPreference`), and returns them in order; none where there is no such group, slots do not cover the range
 * exactly, a count is no promise in it, or somebody waits for one of them who comes first. All groups' slots are locked
 * in order before any is looked at, so that what is seen stays; but where a slot is full for everybody nothing is locked:
 * those who come too late would wait for one another.
 */
export async function takeReserved(
  ctx: Context,
  { need, stationId, startsAt, endsAt, fromLine }: WantedClaim,
): Promise<Slot[]> {
  const { minPowerW = null, group = null, standards } = need;
  const rows = await take(ctx, {
    stationId,
    startsAt,
    endsAt,
    after: longestSlotBefore(startsAt),
    now: ctx.clock.now(),
    fromLine: fromLine === true,
    minPowerW,
    group,
    standards: standards ? textOfList(standards) : null,
  });
  return rows
    .map(({ start, end, ...slot }) => ({
      ...slot,
      startsAt: new Date(start * 1000),
      endsAt: new Date(end * 1000),
    }))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

interface Take extends WaitedRange {
  /** No slot that begins by then overlaps the range. */
  readonly after: Date;
  readonly now: Date;
  readonly fromLine: boolean;
  readonly minPowerW: number | null;
  readonly group: number | null;
  readonly standards: string | null;
}

const take = compiled<Take, TakenRow[]>(({ db, ports }, value) => {
  const range = {
    stationId: value("stationId"),
    startsAt: value("startsAt"),
    endsAt: value("endsAt"),
  };
  const start = sql`${value("startsAt")}::timestamptz`;
  const end = sql`${value("endsAt")}::timestamptz`;
  const asked = sql`${value("standards")}::text[]`;
  const least = sql`${value("minPowerW")}::int`;
  const only = sql`${value("group")}::int`;
  const isFirst = sql`(${value("fromLine")}::boolean or not ${ports.someoneWaits({ ...range, now: value("now") })})`;
  // Slots of a group never overlap one another, so those whose lengths add up to the range leave no gap in it.
  return db.execute<TakenRow>(sql`
    with locked as (
      select place_group, starts_at, ends_at, capacity, reserved, uneven from slots
      where ${overlappingAfter(value("after"), range)} and not exists (
        select from slots where ${overlappingAfter(value("after"), range)}
        group by starts_at having bool_and(reserved >= capacity))
      order by starts_at, place_group
      for update
    ), chosen as (
      select case when not bool_or(uneven) then kind.number end as number
      from locked join place_groups kind
        on kind.station_id = ${range.stationId}::uuid and kind.number = locked.place_group
      where (${asked} is null or kind.standards && ${asked})
        and (${only} is null or kind.number = ${only})
        and (${least} is null or kind.power_w >= ${least})
        and (${asked} is null or ${least} is null or kind.plug_powers_w is null or exists (
          select from unnest(kind.standards, kind.plug_powers_w) plug (standard, power)
          where plug.standard = any(${asked}) and plug.power >= ${least}))
        and ${isFirst}
      group by kind.number, kind.standards, kind.power_w
      having bool_and(reserved < capacity)
        and min(starts_at) = ${start} and max(ends_at) = ${end}
        and sum(ends_at - starts_at) = ${end} - ${start}
      order by (select count(*) from unnest(kind.standards) plug where plug <> all(coalesce(${asked}, '{}'))),
        coalesce(kind.power_w, 0), min(capacity - reserved) desc, kind.number
      limit 1
    )
    update slots set reserved = slots.reserved + 1
    from locked, chosen
    where slots.station_id = ${range.stationId}::uuid and slots.starts_at = locked.starts_at
      and slots.place_group = locked.place_group and slots.place_group = chosen.number
    returning slots.place_group as group, date_part('epoch', slots.starts_at) as start,
      date_part('epoch', slots.ends_at) as end, slots.capacity, slots.held, slots.reserved,
      slots.open_places as "openPlaces", slots.uneven`);
});

/** Whether somebody waits for a time that overlaps the range. */
export async function isWaitedFor(
  ctx: Context,
  { stationId, startsAt, endsAt }: WaitedRange,
): Promise<boolean> {
  const [row] = await waitedFor(ctx, { stationId, startsAt, endsAt, now: ctx.clock.now() });
  return row?.waits === true;
}

const waitedFor = compiled<WaitedRange & { now: Date }, { waits: boolean }[]>(
  ({ db, ports }, value) => {
    const range = {
      stationId: value("stationId"),
      startsAt: value("startsAt"),
      endsAt: value("endsAt"),
    };
    return db.execute<{ waits: boolean }>(
      sql`select ${ports.someoneWaits({ ...range, now: value("now") })} as waits`,
    );
  },
);

interface TakenRow extends Record<string, unknown>, Omit<Slot, "startsAt" | "endsAt"> {
  readonly start: number;
  readonly end: number;
}

/** Takes one place in each slot of the claim's group that overlaps it, whatever is left. The caller has decided. */
export async function addReserved(ctx: Context, claim: Claim): Promise<Slot[]> {
  const taken = await ctx.db
    .update(slots)
    .set({ reserved: sql`${slots.reserved} + 1` })
    .where(and(overlapping(claim), eq(slots.placeGroup, claim.group)))
    .returning(slotColumns);
  return taken.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** Gives one place a claim back in every slot that overlaps it, locking all slots in the one order first. */
export async function returnReserved(ctx: Context, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await ctx.db.execute(sql`
    with claim as (${rowsOf(claims)}), locked as (
      select slot.station_id, slot.starts_at, slot.place_group from claim join slots slot
        on slot.station_id = claim.station_id and slot.place_group = claim.place_group
        and slot.starts_at < claim.ends_at
        and slot.ends_at > claim.starts_at
        and slot.starts_at > claim.starts_at - make_interval(mins => ${longestSlotMinutes}::int)
      order by slot.station_id, slot.starts_at, slot.place_group
      for update of slot
    ), freed as (
      select station_id, starts_at, place_group, count(*)::int as places from locked group by 1, 2, 3
    )
    update slots set reserved = greatest(slots.reserved - freed.places, 0)
    from freed
    where slots.station_id = freed.station_id and slots.starts_at = freed.starts_at
      and slots.place_group = freed.place_group`);
}

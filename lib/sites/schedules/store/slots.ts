import { and, asc, eq, gt, gte, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";

import { longestSlotBefore, type Range, type Slot } from "../rules";

const columns = {
  startsAt: slots.startsAt,
  endsAt: slots.endsAt,
  capacity: slots.capacity,
  held: slots.held,
  reserved: slots.reserved,
};

/** Bookable time of one station. */
export interface StationRange extends Range {
  readonly stationId: string;
}

/** The station's slots that overlap the range; the bound on the start lets the primary key find them. */
function overlapping({ stationId, startsAt, endsAt }: StationRange): SQL | undefined {
  return and(
    eq(slots.stationId, stationId),
    gt(slots.startsAt, longestSlotBefore(startsAt)),
    lt(slots.startsAt, endsAt),
    gt(slots.endsAt, startsAt),
  );
}

const inOrder = (rows: Slot[]) =>
  rows.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

/** Takes one place in every overlapping slot that has one left, locking them in order; returns those slots. */
export async function takeCapacity(ctx: Context, range: StationRange): Promise<Slot[]> {
  return shiftReserved(ctx, range, 1, lt(slots.reserved, slots.capacity));
}

/** Gives one place back in every overlapping slot, locking them in order; returns those slots. */
export async function returnCapacity(ctx: Context, range: StationRange): Promise<Slot[]> {
  return shiftReserved(ctx, range, -1, gt(slots.reserved, 0));
}

async function shiftReserved(
  ctx: Context,
  range: StationRange,
  by: 1 | -1,
  where: SQL,
): Promise<Slot[]> {
  const locked = ctx.db
    .$with("locked")
    .as(
      ctx.db
        .select({ startsAt: slots.startsAt })
        .from(slots)
        .where(overlapping(range))
        .orderBy(asc(slots.startsAt))
        .for("update"),
    );
  const shifted = await ctx.db
    .with(locked)
    .update(slots)
    .set({ reserved: sql`${slots.reserved} + ${by}::int` })
    .from(locked)
    .where(and(eq(slots.stationId, range.stationId), eq(slots.startsAt, locked.startsAt), where))
    .returning(columns);
  return inOrder(shifted);
}

/** Locks the slots that overlap any of the ranges, in the one order that everybody keeps. */
export async function lockOverlapping(
  ctx: Context,
  ranges: readonly StationRange[],
): Promise<(Slot & { stationId: string })[]> {
  if (ranges.length === 0) return [];
  return ctx.db
    .select({ stationId: slots.stationId, ...columns })
    .from(slots)
    .where(or(...ranges.map(overlapping)))
    .orderBy(asc(slots.stationId), asc(slots.startsAt))
    .for("update");
}

/** The station's slots that start in `[from, to)`, in order. */
export async function findSlotRows(
  ctx: Context,
  stationId: string,
  from: Date,
  to: Date,
): Promise<Slot[]> {
  return ctx.db
    .select(columns)
    .from(slots)
    .where(and(eq(slots.stationId, stationId), gte(slots.startsAt, from), lt(slots.startsAt, to)))
    .orderBy(asc(slots.startsAt));
}

/** The stations' slots that have begun and still run at `now`. */
export async function findRunning(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<(Slot & { stationId: string })[]> {
  return ctx.db
    .select({ stationId: slots.stationId, ...columns })
    .from(slots)
    .where(
      and(
        inArray(slots.stationId, [...stationIds]),
        gt(slots.startsAt, longestSlotBefore(now)),
        lte(slots.startsAt, now),
        gt(slots.endsAt, now),
      ),
    );
}

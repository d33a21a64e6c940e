import { and, asc, eq, gt, gte, inArray, lt, lte, or, type SQL } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";

import type { Claim } from "../find-claims";
import { longestSlotBefore, type Slot } from "../rules";

export const slotColumns = {
  startsAt: slots.startsAt,
  endsAt: slots.endsAt,
  capacity: slots.capacity,
  held: slots.held,
  reserved: slots.reserved,
};

/** The station's slots that overlap the range; the bound on the start lets the primary key find them. */
export function overlapping({ stationId, startsAt, endsAt }: Claim): SQL | undefined {
  return and(
    eq(slots.stationId, stationId),
    gt(slots.startsAt, longestSlotBefore(startsAt)),
    lt(slots.startsAt, endsAt),
    gt(slots.endsAt, startsAt),
  );
}

/** Locks the slots that overlap any of the claims, in the one order that everybody keeps. */
export async function lockOverlapping(ctx: Context, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await ctx.db
    .select({ stationId: slots.stationId })
    .from(slots)
    .where(or(...claims.map(overlapping)))
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
    .select(slotColumns)
    .from(slots)
    .where(and(eq(slots.stationId, stationId), gte(slots.startsAt, from), lt(slots.startsAt, to)))
    .orderBy(asc(slots.startsAt));
}

/** A slot, and whose it is. */
export type StationSlot = Slot & { readonly stationId: string };

/** The stations' slots that run in the time `[from, to)` or begin in it, each station's in order. */
export async function findSlotsAt(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  to: Date,
): Promise<StationSlot[]> {
  return ctx.db
    .select({ stationId: slots.stationId, ...slotColumns })
    .from(slots)
    .where(
      and(
        inArray(slots.stationId, [...stationIds]),
        gt(slots.startsAt, longestSlotBefore(from)),
        lt(slots.startsAt, to),
        gt(slots.endsAt, from),
      ),
    )
    .orderBy(asc(slots.stationId), asc(slots.startsAt));
}

/** The stations' slots that have begun and still run at `now`. */
export async function findRunning(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<StationSlot[]> {
  return ctx.db
    .select({ stationId: slots.stationId, ...slotColumns })
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

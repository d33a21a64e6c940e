import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { wholeInForce } from "@/lib/records/settings/inside";
import { longestSlotBefore } from "@/lib/sites/schedules/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import type { Range } from "../cut-ranges";
import { holdingStatuses, openStatuses } from "../schema";
import type { BookingRow } from "./bookings";

const holds = inArray(bookings.status, [...holdingStatuses]);

/** Ranges in which a booking holds a place at one of the stations, all that can overlap a slot that ends after `from`. */
export async function findHeldRanges(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<(Range & { stationId: string; placeGroup: number })[]> {
  if (stationIds.length === 0) return [];
  return ctx.db
    .select({
      stationId: bookings.stationId,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      placeGroup: bookings.placeGroup,
    })
    .from(bookings)
    .where(
      and(
        inArray(bookings.stationId, [...stationIds]),
        holds,
        gt(bookings.endsAt, longestSlotBefore(from)),
      ),
    );
}

/** What decides whether a booking has a place; a full station of many weeks has thousands. */
const held = {
  id: bookings.id,
  number: bookings.number,
  stationId: bookings.stationId,
  businessId: bookings.businessId,
  status: bookings.status,
  startsAt: bookings.startsAt,
  endsAt: bookings.endsAt,
  placeGroup: bookings.placeGroup,
  standard: bookings.standard,
  minPowerW: bookings.minPowerW,
  conflict: bookings.conflict,
};

/**
 * The stations' bookings that hold a place and end after `from`, the first come first. To `move` them, those that may
 * still be moved are locked first, and one that another transaction holds is not `isOurs`; to `look`, all are.
 */
export async function findHolders(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  to: "move" | "look",
) {
  const at = and(inArray(bookings.stationId, [...stationIds]), gt(bookings.endsAt, from));
  const free =
    to === "move"
      ? await ctx.db
          .select({ id: bookings.id })
          .from(bookings)
          .where(and(at, inArray(bookings.status, [...openStatuses])))
          .orderBy(asc(bookings.id))
          .for("no key update", { skipLocked: true })
      : null;
  const rows = await ctx.db
    .select(held)
    .from(bookings)
    .where(and(at, holds))
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
  const locked = free && new Set(free.map(({ id }) => id));
  return rows.map((row) => ({ ...row, isOurs: locked?.has(row.id) ?? true }));
}

/** Those of one station that are not over, with their owners' names. */
export async function findNamedHolders(ctx: Context, stationId: string, now: Date) {
  return ctx.db
    .select({ ...held, ownerName: users.name })
    .from(bookings)
    .leftJoin(users, eq(users.id, bookings.ownerId))
    .where(and(eq(bookings.stationId, stationId), holds, gt(bookings.endsAt, now)))
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
}

/** How many minutes before its start a booking's car may come, at each of the stations. */
export async function findCheckInLeads(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { id: stationId, businessId } = stations;
  const minutes = wholeInForce(ctx, "checkInBeforeMinutes", { stationId, businessId });
  const rows = await ctx.db
    .select({ stationId, minutes: sql<number>`${minutes}` })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]));
  return new Map(rows.map(({ stationId, minutes }) => [stationId, minutes]));
}

/** Notes the groups in which bookings hold their places. */
export async function setGroups(
  ctx: Context,
  moves: readonly { readonly id: string; readonly group: number }[],
): Promise<void> {
  for (const [group, own] of Map.groupBy(moves, ({ group }) => group)) {
    const ids = own.map(({ id }) => id);
    await ctx.db.update(bookings).set({ placeGroup: group }).where(inArray(bookings.id, ids));
  }
}

/** Whether any booking of the station is flagged. */
export async function hasConflicts(ctx: Context, stationId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.stationId, stationId), isNotNull(bookings.conflict)))
    .limit(1);
  return rows.length > 0;
}

/**
 * Sets or clears the flag of bookings that still hold a place and have another; returns those changed. Leaves out
 * what another transaction is changing, which decides for itself: so nobody waits for a booking while holding others.
 */
export async function setConflict(
  ctx: Context,
  ids: readonly string[],
  conflict: ConflictReason | null,
): Promise<BookingRow[]> {
  if (ids.length === 0) return [];
  const free = ctx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(inArray(bookings.id, [...ids]), holds))
    .for("no key update", { skipLocked: true });
  return ctx.db
    .update(bookings)
    .set({ conflict, conflictAt: conflict ? ctx.clock.now() : null })
    .where(
      and(
        sql`${bookings.id} in ${free}`,
        conflict
          ? or(isNull(bookings.conflict), sql`${bookings.conflict} <> ${conflict}`)
          : isNotNull(bookings.conflict),
      ),
    )
    .returning();
}

/** The starts of the station's Pending and Approved bookings after the instant. */
export async function findFutureStarts(
  ctx: Context,
  stationId: string,
  after: Date,
): Promise<Date[]> {
  const rows = await ctx.db
    .select({ startsAt: bookings.startsAt })
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, stationId),
        inArray(bookings.status, [...openStatuses]),
        gt(bookings.startsAt, after),
      ),
    )
    .orderBy(asc(bookings.startsAt));
  return rows.map(({ startsAt }) => startsAt);
}

/** How many of the station's bookings of each status and time overlap `[from, to)`. */
export async function countByRange(ctx: Context, stationId: string, from: Date, to: Date) {
  return ctx.db
    .select({
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      status: bookings.status,
      count: count(),
    })
    .from(bookings)
    .where(
      and(eq(bookings.stationId, stationId), lt(bookings.startsAt, to), gt(bookings.endsAt, from)),
    )
    .groupBy(bookings.startsAt, bookings.endsAt, bookings.status);
}

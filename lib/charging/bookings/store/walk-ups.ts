import { and, asc, eq, gt, gte, inArray, isNull, lte, not, notInArray, or, sql } from "drizzle-orm";

import { bookings, qrTokens } from "@/db/schema/bookings";
import { signsOfPlate } from "@/db/schema/columns";
import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";

import type { Range } from "../cut-ranges";
import { holdingStatuses, openStatuses } from "../schema";
import { ownerOverlap } from "./bookings";

/** Lets one walk-up of a plate at a station at a time pass; held until the transaction ends. */
export async function lockPlate(ctx: Context, stationId: string, plate: string): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`walk-up:${stationId}:`} || ${signsOfPlate(sql`${plate}::text`)}, 0))`,
  );
}

/** The number of the booking by which a car of this plate charges at the station; null for none. */
export async function findCharging(
  ctx: Context,
  stationId: string,
  plate: string,
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ number: bookings.number })
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, stationId),
        eq(bookings.status, "InProgress"),
        eq(signsOfPlate(bookings.vehiclePlate), signsOfPlate(sql`${plate}::text`)),
      ),
    )
    .limit(1);
  return row?.number ?? null;
}

/**
 * What keeps an owner from walking in: a booking that holds a place at that time, or one of this station whose code
 * may be shown now, which comes first.
 */
export async function findHindrance(
  ctx: Context,
  ownerId: string,
  { stationId, range, now }: { stationId: string; range: Range; now: Date },
): Promise<{ number: string; isHere: boolean; mayCheckIn: boolean } | null> {
  const isHere = sql<boolean>`${bookings.stationId} = ${stationId}`;
  const mayCheckIn = sql<boolean>`coalesce(${isHere} and ${bookings.status} = 'Approved'
    and ${qrTokens.opensAt} <= ${now.toISOString()}::timestamptz
    and ${qrTokens.expiresAt} >= ${now.toISOString()}::timestamptz, false)`;
  const [row] = await ctx.db
    .select({ number: bookings.number, isHere, mayCheckIn })
    .from(bookings)
    .leftJoin(qrTokens, and(eq(qrTokens.bookingId, bookings.id), isNull(qrTokens.revokedAt)))
    .where(or(ownerOverlap([ownerId], range), and(eq(bookings.ownerId, ownerId), mayCheckIn)))
    .orderBy(sql`${mayCheckIn} desc`, asc(bookings.startsAt))
    .limit(1);
  return row ?? null;
}

/** What is asked for by the station's bookings that begin by the instant, are not over, and have not arrived. */
export async function findComing(
  ctx: Context,
  stationId: string,
  { now, until }: { readonly now: Date; readonly until: Date },
) {
  return ctx.db
    .select({ standard: bookings.standard, minPowerW: bookings.minPowerW })
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, stationId),
        inArray(bookings.status, [...openStatuses]),
        lte(bookings.startsAt, until),
        gt(bookings.endsAt, now),
      ),
    );
}

/** The stations' bookings whose time has begun, whose code may still be shown and has not been. */
export async function findAwaited(ctx: Context, stationIds: readonly string[], now: Date) {
  const { stationId, standard, minPowerW } = bookings;
  return ctx.db
    .select({ stationId, standard, minPowerW })
    .from(bookings)
    .innerJoin(qrTokens, and(eq(qrTokens.bookingId, bookings.id), isNull(qrTokens.revokedAt)))
    .where(
      and(
        inArray(stationId, [...stationIds]),
        eq(bookings.status, "Approved"),
        lte(bookings.startsAt, now),
        gt(bookings.endsAt, now),
        isNull(qrTokens.consumedAt),
        gte(qrTokens.expiresAt, now),
      ),
    );
}

/** The slot of its group of places that comes next after a walk-up's time. */
const nextSlot = sql`lateral (
  select starts_at, ends_at, capacity, reserved from ${slots}
  where ${slots.stationId} = ${bookings.stationId} and ${slots.placeGroup} = ${bookings.placeGroup}
    and ${slots.startsAt} >= ${bookings.endsAt}
  order by ${slots.startsAt} limit 1
) next_slot`;

/** Whether its owner has booked something else for the time until that slot's end. */
const isBookedOtherwise = sql`exists (
  select from ${bookings} other
  where other.owner_id = ${bookings.ownerId} and other.id <> ${bookings.id}
    and other.status in (${sql.join(
      holdingStatuses.map((status) => sql`${status}`),
      sql`, `,
    )})
    and other.starts_at < next_slot.ends_at and other.ends_at > ${bookings.endsAt}
)`;

/** A walk-up whose time is over while its car stays, and the slot that it is to have. */
export interface OverdueWalkUp {
  readonly id: string;
  readonly next: Range;
}

/**
 * Claims the walk-up that has been over for longest and whose next slot has begun and has a place, for this
 * transaction alone: those that another one holds are left to it. Leaves out whose owner has booked that time.
 */
export async function claimOverdue(
  ctx: Context,
  except: readonly string[],
): Promise<OverdueWalkUp | null> {
  const now = ctx.clock.now();
  const [row] = await ctx.db
    .select({
      id: bookings.id,
      startsAt: sql`next_slot.starts_at`.mapWith(slots.startsAt),
      endsAt: sql`next_slot.ends_at`.mapWith(slots.endsAt),
    })
    .from(bookings)
    .innerJoin(nextSlot, sql`true`)
    .where(
      and(
        eq(bookings.origin, "WalkUp"),
        eq(bookings.status, "InProgress"),
        lte(bookings.endsAt, now),
        notInArray(bookings.id, [...except]),
        sql`next_slot.starts_at <= ${now.toISOString()}::timestamptz`,
        sql`next_slot.reserved < next_slot.capacity`,
        not(isBookedOtherwise),
      ),
    )
    .orderBy(asc(bookings.endsAt), asc(bookings.id))
    .limit(1)
    .for("no key update", { of: bookings, skipLocked: true });
  return row ? { id: row.id, next: { startsAt: row.startsAt, endsAt: row.endsAt } } : null;
}

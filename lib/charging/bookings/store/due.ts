import { and, asc, eq, getTableColumns, inArray, lte, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";
import type { StatusStep } from "@/lib/core/transitions";
import { wholeInForce } from "@/lib/records/settings/inside";
import type { SettingName } from "@/lib/words";

import type { BookingStatus } from "../schema";
import { cutoffOf, lateBefore, type Booking, type BookingRow } from "./bookings";

/** A booking with what is in force at its station. */
export type DueBooking = BookingRow & Pick<Booking, "changeCutoffMinutes" | "lateBeforeMinutes">;

/**
 * Claims bookings of the status that started so many minutes ago, the first due first, for this transaction alone:
 * those that another one holds are left to it.
 */
export async function claimStarted(
  ctx: Context,
  due: {
    readonly status: BookingStatus;
    /** The setting that says how many minutes ago it must have started; without it, just started. */
    readonly after?: SettingName;
    readonly limit: number;
  },
): Promise<DueBooking[]> {
  const now = ctx.clock.now();
  const { after } = due;
  return ctx.db
    .select({
      ...getTableColumns(bookings),
      changeCutoffMinutes: cutoffOf(ctx),
      lateBeforeMinutes: lateBefore(ctx),
    })
    .from(bookings)
    .where(
      and(
        eq(bookings.status, due.status),
        lte(bookings.startsAt, now),
        after &&
          // Who said that they are late is waited for.
          sql`greatest(${bookings.startsAt} + make_interval(mins => ${wholeInForce(ctx, after, bookings)}),
            ${bookings.lateUntil}) <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(due.limit)
    .for("no key update", { of: bookings, skipLocked: true });
}

/** Takes the step with all the bookings that are where it begins, and takes their flags away. Answers which. */
export async function closeBookings(
  ctx: Context,
  ids: readonly string[],
  step: StatusStep<BookingStatus>,
): Promise<Set<string>> {
  const rows = await ctx.db
    .update(bookings)
    .set({ status: step.to, conflict: null, conflictAt: null, updatedAt: ctx.clock.now() })
    .where(and(inArray(bookings.id, [...ids]), inArray(bookings.status, [...step.from])))
    .returning({ id: bookings.id });
  return new Set(rows.map(({ id }) => id));
}

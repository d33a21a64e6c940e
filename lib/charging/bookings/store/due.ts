import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import type { Context } from "@/lib/core/context";
import { wholeInForce } from "@/lib/records/settings/inside";
import type { SettingName } from "@/lib/words";

import type { BookingStatus } from "../schema";
import type { BookingRow } from "./bookings";

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
): Promise<BookingRow[]> {
  const now = ctx.clock.now();
  const { after } = due;
  return ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.status, due.status),
        lte(bookings.startsAt, now),
        after &&
          sql`${bookings.startsAt} + make_interval(mins => ${wholeInForce(ctx, after, bookings)})
            <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(due.limit)
    .for("no key update", { of: bookings, skipLocked: true });
}

/** Gives all the bookings, which the transaction holds, another status, without a flag. */
export async function closeBookings(
  ctx: Context,
  ids: readonly string[],
  status: BookingStatus,
): Promise<void> {
  await ctx.db
    .update(bookings)
    .set({ status, conflict: null, conflictAt: null, updatedAt: ctx.clock.now() })
    .where(inArray(bookings.id, [...ids]));
}

import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { settings } from "@/db/schema/settings";
import type { Context } from "@/lib/core/context";

import type { BookingStatus } from "../schema";
import type { BookingRow } from "./bookings";

/** A setting of minutes as it is in force for the booking's station. */
function minutesInForce(name: string, otherwise: number) {
  const layer = (scope: string, id: unknown) => sql`(
    select (${settings.value} #>> '{}')::int from ${settings}
    where ${settings.scope} = ${scope} and ${settings.scopeId} = ${id} and ${settings.name} = ${name}
  )`;
  const platform = sql`(
    select (${settings.value} #>> '{}')::int from ${settings}
    where ${settings.scope} = 'Platform' and ${settings.name} = ${name} limit 1
  )`;
  return sql`coalesce(${layer("Station", bookings.stationId)}, ${layer("Business", bookings.businessId)},
    ${platform}, ${otherwise}::int)`;
}

/**
 * Claims bookings of the status that started so many minutes ago, the first due first, for this transaction alone:
 * those that another one holds are left to it.
 */
export async function claimStarted(
  ctx: Context,
  due: {
    readonly status: BookingStatus;
    readonly after?: { readonly setting: string; readonly otherwise: number };
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
          sql`${bookings.startsAt} + make_interval(mins => ${minutesInForce(after.setting, after.otherwise)})
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

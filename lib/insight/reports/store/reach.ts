import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Scope } from "@/lib/core/permissions";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { atOrAfter, before, dayStarts, quarterHour, zonesOf } from "@/lib/core/local-days";

import type { DayRange } from "../rules";
import type { GroupBy } from "../schema";

/** The columns by which a row belongs to somebody. */
interface Owned {
  readonly businessId: AnyPgColumn;
  readonly stationId: AnyPgColumn;
  readonly userId?: AnyPgColumn;
}

const ofBookings: Owned = {
  businessId: bookings.businessId,
  stationId: bookings.stationId,
  userId: bookings.ownerId,
};
const ofSessions: Owned = {
  businessId: sessions.businessId,
  stationId: sessions.stationId,
  userId: sessions.ownerId,
};
const ofStations: Owned = { businessId: stations.businessId, stationId: stations.id };

/** The bookings, sessions or stations that a scope reaches. */
export const reach = {
  bookings: (scope: Scope) => within(scope, ofBookings),
  sessions: (scope: Scope) => within(scope, ofSessions),
  stations: (scope: Scope) => within(scope, ofStations),
} as const;

function within(scope: Scope, owned: Owned): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(owned.businessId, scope.businessId);
  if (scope.reach === "own") return owned.userId ? eq(owned.userId, scope.userId) : sql`false`;
  return scope.stationIds.length > 0 ? inArray(owned.stationId, [...scope.stationIds]) : sql`false`;
}

/** Instants on the range's days, in the zone of each business; the query joins `businesses`. */
export async function onDays(
  ctx: Context,
  at: AnyPgColumn,
  { from, to }: DayRange,
): Promise<SQL | undefined> {
  const zones = await zonesOf(ctx, businesses.timeZone);
  return and(
    atOrAfter(at, dayStarts(from, zones), businesses.timeZone),
    before(at, dayStarts(addDays(to, 1), zones), businesses.timeZone),
  );
}

/** The group that an instant falls in, as `addUp` reads it: its station, or its quarter of an hour and the zone. */
export function groupKey(at: AnyPgColumn, groupBy: GroupBy): SQL<string> {
  return groupBy === "station"
    ? sql<string>`${stations.id}::text`
    : sql<string>`concat(${quarterHour(at)}, ' ', ${businesses.timeZone})`;
}

/** A sum that is exact: bigint in Postgres, and within what a number holds. */
export const whole = (of: unknown) => sql`coalesce(sum(${of}), 0)::bigint`.mapWith(Number);

import { and, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Scope } from "@/lib/core/permissions";
import { addDays } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zones";
import { hourMs } from "@/lib/core/durations";

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

/** The day on which an instant falls where its business is; the query joins `businesses`. */
export const businessDay = (at: AnyPgColumn) =>
  sql`(${at} at time zone ${businesses.timeZone})::date`;

/** The day on which an instant falls at its station; the query joins `stations`. */
export const stationDay = (at: AnyPgColumn | SQL) =>
  sql`(${at} at time zone ${stations.timeZone})::date`;

/** No zone is further from UTC than this. */
const furthestMs = 15 * hourMs;

/** Instants on the range's days, in the zone of each business. The bounds are what an index can answer. */
export function onDays(at: AnyPgColumn, { from, to }: DayRange): SQL | undefined {
  return and(
    gte(at, new Date(startOfDay(from, "UTC").getTime() - furthestMs)),
    lt(at, new Date(startOfDay(addDays(to, 1), "UTC").getTime() + furthestMs)),
    sql`${businessDay(at)} between ${from}::date and ${to}::date`,
  );
}

/** The name of the group that an instant falls in. */
export function groupKey(at: AnyPgColumn, groupBy: GroupBy): SQL<string> {
  if (groupBy === "station") return sql<string>`${stations.id}::text`;
  const day = businessDay(at);
  if (groupBy === "day") return sql<string>`to_char(${day}, 'YYYY-MM-DD')`;
  return groupBy === "week"
    ? sql<string>`to_char(date_trunc('week', ${day}), 'YYYY-MM-DD')`
    : sql<string>`to_char(${day}, 'YYYY-MM')`;
}

export const groupName = (groupBy: GroupBy): SQL<string | null> =>
  groupBy === "station" ? sql<string | null>`min(${stations.name})` : sql<null>`null`;

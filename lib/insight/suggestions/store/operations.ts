import { and, asc, desc, eq, gte, gt, inArray, lt, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { sessions } from "@/db/schema/sessions";
import { connectors, stations } from "@/db/schema/stations";
import { keptStatuses } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import type { Scope } from "@/lib/core/permissions";
import { withinScope } from "@/lib/core/within-scope";

import { mostBusiest, type ConnectorOutcomes, type TimeWindow } from "../judge-weeks";

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outerId = sql.raw('"stations"."id"');

/** Which stations are looked at, and how far back. */
interface Wanted {
  readonly stationId?: string | undefined;
  /** Bookings since then say how busy a station is. */
  readonly busySince: Date;
  /** Sessions since then say how its connectors do. */
  readonly failedSince: Date;
  readonly now: Date;
}

/** How many bookings of the past a station has that were neither rejected nor canceled. */
const pastBookings = (ctx: Context, { busySince, now }: Wanted) =>
  ctx.db
    .select({ count: sql<number>`count(*)::int`.as("past_bookings") })
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, outerId),
        gte(bookings.startsAt, busySince),
        lt(bookings.startsAt, now),
        inArray(bookings.status, [...keptStatuses]),
      ),
    )
    .as("past");

/** How sessions ended on each of the station's connectors, as a list. */
const outcomes = ({ failedSince }: Wanted) => sql<ConnectorOutcomes[] | null>`(
  select json_agg(json_build_object('id', one.id, 'number', one.number, 'ended', one.ended, 'failed', one.failed)
    order by one.number)
  from (
    select ${connectors.id}, ${connectors.number}, count(${sessions.id})::int as ended,
      (count(*) filter (where ${sessions.status} = 'Aborted'))::int as failed
    from ${connectors} left join ${sessions} on ${sessions.connectorId} = ${connectors.id}
      and ${sessions.stationId} = ${outerId}
      and ${sessions.startedAt} >= ${failedSince.toISOString()}::timestamptz
      and ${sessions.status} <> 'Active'
    where ${connectors.stationId} = ${outerId} and ${connectors.status} <> 'Inactive'
    group by ${connectors.id}, ${connectors.number}
  ) one)`;

/**
 * The scope's busiest stations, the busiest first, or the one that is named: each with its bookings of the past, and
 * with how sessions ended on each connector in service.
 */
export async function findBusiest(ctx: Context, scope: Scope, wanted: Wanted) {
  const past = pastBookings(ctx, wanted);
  return ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      timeZone: stations.timeZone,
      bookings: past.count,
      connectors: outcomes(wanted),
    })
    .from(stations)
    .innerJoinLateral(past, sql`true`)
    .where(
      and(
        withinScope(scope, { businessId: stations.businessId, stationId: stations.id }),
        wanted.stationId ? eq(stations.id, wanted.stationId) : undefined,
      ),
    )
    .orderBy(desc(past.count), asc(stations.name), asc(stations.id))
    .limit(mostBusiest);
}

/** The times of the stations that offered a place, of all groups of places together, in order. */
export async function findOffered(ctx: Context, ids: readonly string[], { from, to }: TimeWindow) {
  return ctx.db
    .select({
      stationId: slots.stationId,
      startsAt: slots.startsAt,
      endsAt: sql`max(${slots.endsAt})`.mapWith(slots.endsAt),
      capacity: sql`sum(${slots.capacity})`.mapWith(Number),
      reserved: sql`sum(${slots.reserved})`.mapWith(Number),
    })
    .from(slots)
    .where(
      and(
        inArray(slots.stationId, [...ids]),
        gte(slots.startsAt, from),
        lt(slots.startsAt, to),
        gt(slots.capacity, 0),
      ),
    )
    .groupBy(slots.stationId, slots.startsAt)
    .orderBy(asc(slots.stationId), asc(slots.startsAt));
}

/**
 * The time that bookings took, or held, at the stations: a slot's own count is given back when a booking is over, so
 * the past is read from them.
 */
export async function findTaken(ctx: Context, ids: readonly string[], { from, to }: TimeWindow) {
  return ctx.db
    .select({
      stationId: bookings.stationId,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
    })
    .from(bookings)
    .where(
      and(
        inArray(bookings.stationId, [...ids]),
        // One that began a day before may still reach in.
        gte(bookings.startsAt, new Date(from.getTime() - dayMs)),
        lt(bookings.startsAt, to),
        gt(bookings.endsAt, from),
        inArray(bookings.status, [...keptStatuses]),
      ),
    );
}

import { and, asc, eq, gte, inArray, isNotNull, ne, or, sql } from "drizzle-orm";

import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { tariffInForce } from "@/lib/money/tariffs/inside";
import { wholeInForce } from "@/lib/records/settings/inside";
import { isAround, metresTo, openStatuses } from "@/lib/sites/stations/inside";

import type { BookingLimits } from "../choose-runs";
import { mostStations, reachM } from "../rules";

interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outer = {
  id: sql.raw('"stations"."id"'),
  businessId: stations.businessId,
  stationId: stations.id,
};

/** The nearest stations that take bookings, by their ids, and how far each is. */
function nearest(ctx: Context, places: readonly Place[]) {
  const metres = sql<number>`least(${sql.join(places.map(metresTo), sql`, `)})`;
  return ctx.db.$with("near").as(
    ctx.db
      .select({ id: stations.id, metres: metres.as("metres") })
      .from(stations)
      .where(
        and(
          or(...places.map((place) => isAround(place, reachM))),
          inArray(stations.status, [...openStatuses]),
          isNotNull(stations.businessId),
        ),
      )
      .orderBy(asc(metres), asc(stations.id))
      .limit(mostStations),
  );
}

/** How sessions since then ended at the station. */
const outcomesOf = (ctx: Context, since: Date) =>
  ctx.db
    .select({
      ended: sql<number>`count(*)::int`.as("ended"),
      good: sql<number>`(count(*) filter (where ${sessions.status} = 'Completed'))::int`.as("good"),
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.stationId, outer.id),
        gte(sessions.startedAt, since),
        ne(sessions.status, "Active"),
      ),
    )
    .as("outcomes");

/** What a booking's setting is for the station. */
const limit = (ctx: Context, name: keyof Omit<BookingLimits, "slotMinutes">) =>
  sql<number>`${wholeInForce(ctx, name, outer)}`;

/**
 * The stations that take bookings within reach of any of the places, the nearest first, with their price, what they
 * let be booked, and how sessions since `since` ended there.
 */
export async function findCandidates(ctx: Context, places: readonly Place[], since: Date) {
  const near = nearest(ctx, places);
  const outcomes = outcomesOf(ctx, since);
  return ctx.db
    .with(near)
    .select({
      id: stations.id,
      name: stations.name,
      address: stations.address,
      lat: stations.latitude,
      lng: stations.longitude,
      timeZone: stations.timeZone,
      slotMinutes: stations.slotMinutes,
      metres: near.metres,
      tariff: tariffInForce(outer.id),
      ended: outcomes.ended,
      good: outcomes.good,
      leadMinutes: limit(ctx, "leadMinutes"),
      maxDaysAhead: limit(ctx, "maxDaysAhead"),
      maxSlotsPerBooking: limit(ctx, "maxSlotsPerBooking"),
    })
    .from(near)
    .innerJoin(stations, eq(stations.id, near.id))
    .innerJoinLateral(outcomes, sql`true`)
    .orderBy(asc(near.metres), asc(stations.id));
}

export type CandidateRow = Awaited<ReturnType<typeof findCandidates>>[number];

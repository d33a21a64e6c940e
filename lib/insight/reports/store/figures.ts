import { and, count, eq, gt, gte, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { messages } from "@/db/schema/notifications";
import { slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { endedStatuses, holdingStatuses, keptStatuses } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { atOrAfter, before, instantIn, todays, zonesOf } from "@/lib/core/local-days";
import type { Scope } from "@/lib/core/permissions";
import { dayMs } from "@/lib/core/durations";

import { reach } from "./reach";

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);

const is = (status: (typeof bookings.$inferSelect)["status"]) =>
  sql`${bookings.status} = ${status}`;

/** How many bookings within an office's reach wait, come today, or are in conflict. */
export async function countBookings(ctx: Context, scope: Scope) {
  const now = ctx.clock.now();
  const today = await isToday(ctx, bookings.startsAt, stations.timeZone);
  const [row] = await ctx.db
    .select({
      pending: number(is("Pending")),
      arrivalsToday: number(sql`${is("Approved")} and ${today}`),
      conflicts: number(isNotNull(bookings.conflict)),
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .where(
      and(
        reach.bookings(scope),
        // History grows; what is counted here is open, flagged, or of today.
        or(
          inArray(bookings.status, [...holdingStatuses]),
          isNotNull(bookings.conflict),
          gt(bookings.startsAt, new Date(now.getTime() - 2 * dayMs)),
        ),
      ),
    );
  return row ?? { pending: 0, arrivalsToday: 0, conflicts: 0 };
}

/** How many of an owner's bookings wait, are to come, and are over. */
export async function countOwnBookings(ctx: Context, scope: Scope) {
  const now = instant(ctx.clock.now());
  const [row] = await ctx.db
    .select({
      pending: number(is("Pending")),
      approvedAhead: number(sql`${is("Approved")} and ${bookings.startsAt} > ${now}`),
      past: number(inArray(bookings.status, endedStatuses)),
    })
    .from(bookings)
    .where(reach.bookings(scope));
  return row ?? { pending: 0, approvedAhead: 0, past: 0 };
}

/** How many stations are within reach, and how many of them a business runs. */
export async function countStations(ctx: Context, scope: Scope) {
  const [row] = await ctx.db
    .select({ stations: count(), bookable: count(stations.businessId) })
    .from(stations)
    .where(reach.stations(scope));
  return row ?? { stations: 0, bookable: 0 };
}

/** What only the platform's administrators count. */
export async function countPlatform(ctx: Context) {
  const today = await isToday(ctx, bookings.startsAt, businesses.timeZone);
  const counts = await Promise.all([
    ctx.db.$count(businesses, eq(businesses.status, "PendingApproval")),
    ctx.db.$count(businesses, eq(businesses.status, "Active")),
    ctx.db.$count(users),
    ctx.db.$count(messages, eq(messages.status, "Parked")),
    ctx.db.$count(bookings, isNotNull(bookings.conflict)),
    ctx.db
      .select({ count: count() })
      .from(bookings)
      .innerJoin(businesses, eq(businesses.id, bookings.businessId))
      .where(and(inArray(bookings.status, [...keptStatuses]), today)),
  ]);
  const [pendingRequests, active, people, parkedMessages, conflicts, [counted]] = counts;
  const bookingsToday = counted?.count ?? 0;
  return { pendingRequests, active, people, parkedMessages, conflicts, bookingsToday };
}

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outer = { id: sql.raw('"stations"."id"'), timeZone: sql.raw('"stations"."time_zone"') };

/** Whether an instant is of today where the row is; the query joins what names its zone. */
async function isToday(ctx: Context, at: AnyPgColumn, zone: AnyPgColumn): Promise<SQL> {
  const { begins, ends } = todays(ctx.clock.now(), await zonesOf(ctx, zone));
  return sql`(${atOrAfter(at, begins, zone)} and ${before(at, ends, zone)})`;
}

/** Minutes from one instant to another. */
const minutes = (from: SQL, to: SQL) => sql`extract(epoch from ${to} - ${from}) / 60`;

/** The scope's stations that have slots today, by their own calendar, and what bookings take of them. */
export async function findLoads(ctx: Context, scope: Scope) {
  const today = todays(ctx.clock.now(), await zonesOf(ctx, stations.timeZone));
  const begins = instantIn(today.begins, outer.timeZone);
  const ends = instantIn(today.ends, outer.timeZone);
  const taken = minutes(
    sql`greatest(${bookings.startsAt}, ${begins})`,
    sql`least(${bookings.endsAt}, ${ends})`,
  );
  const booked = ctx.db
    .select({ minutes: sql`coalesce(sum(${taken}), 0)`.as("booked_minutes") })
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, outer.id),
        inArray(bookings.status, [...keptStatuses]),
        lt(bookings.startsAt, ends),
        gt(bookings.endsAt, begins),
      ),
    )
    .as("booked");
  const length = minutes(sql`${slots.startsAt}`, sql`${slots.endsAt}`);
  const offered = ctx.db
    .select({ minutes: sql`sum(${slots.capacity} * ${length})`.as("offered_minutes") })
    .from(slots)
    .where(
      and(eq(slots.stationId, outer.id), gte(slots.startsAt, begins), lt(slots.startsAt, ends)),
    )
    .as("offered");
  return ctx.db
    .select({
      stationId: stations.id,
      name: stations.name,
      timeZone: stations.timeZone,
      offeredMinutes: sql`${offered.minutes}`.mapWith(Number),
      bookedMinutes: sql`${booked.minutes}`.mapWith(Number),
    })
    .from(stations)
    .innerJoinLateral(offered, sql`true`)
    .innerJoinLateral(booked, sql`true`)
    .where(and(reach.stations(scope), gt(offered.minutes, 0)));
}

/** The name and the time zone of the business; null where there is none. */
export async function findBusiness(
  ctx: Context,
  businessId: string,
): Promise<{ name: string; timeZone: string } | null> {
  const [row] = await ctx.db
    .select({ name: businesses.name, timeZone: businesses.timeZone })
    .from(businesses)
    .where(eq(businesses.id, businessId));
  return row ?? null;
}

/** The time zone of the business. */
export async function findTimeZone(ctx: Context, businessId: string): Promise<string | null> {
  return (await findBusiness(ctx, businessId))?.timeZone ?? null;
}

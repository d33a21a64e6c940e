import { and, count, desc, eq, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { calendarDay, type CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { atOrAfter, zonesOf } from "@/lib/core/local-days";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import { startOfDay } from "@/lib/core/time-zones";

import { select, type SessionRow } from "./sessions";

/** All sessions that an owner ever had, the latest first. */
export async function findSessionsOf(ctx: Context, ownerId: string): Promise<SessionRow[]> {
  return select(ctx, eq(sessions.ownerId, ownerId)).orderBy(desc(sessions.startedAt), sessions.id);
}

/** Whether a car of the owner is charging, or is paused. */
export async function isCharging(ctx: Context, ownerId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.ownerId, ownerId), eq(sessions.status, "Active")))
    .limit(1);
  return row !== undefined;
}

/** The session of an owner's car that charges now, the one that began first; null for none. */
export async function findOwnActive(ctx: Context, ownerId: string): Promise<SessionRow | null> {
  const isActive = and(eq(sessions.ownerId, ownerId), eq(sessions.status, "Active"));
  const [row] = await select(ctx, isActive).orderBy(sessions.startedAt, sessions.id).limit(1);
  return row ?? null;
}

const completedOf = (ownerId: string) =>
  and(eq(sessions.ownerId, ownerId), eq(sessions.status, "Completed"));

/** The last completed sessions of an owner, the latest first. */
export async function findOwnCompleted(
  ctx: Context,
  ownerId: string,
  limit: number,
): Promise<SessionRow[]> {
  return select(ctx, completedOf(ownerId))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .limit(limit);
}

/** What sessions of one currency come to. */
const charged = {
  currency: sessions.currency,
  count: count(),
  energyWh: sql<number>`coalesce(sum(${sessions.energyWh}), 0)::float8`,
  totalMinor: sql<number>`coalesce(sum(${sessions.totalMinor}), 0)::float8`,
};

/** What an owner charged in sessions that ended in this month by their station's clock, a row a currency. */
export async function sumOwnMonth(ctx: Context, ownerId: string) {
  const zones = await zonesOf(ctx, stations.timeZone);
  const firsts = zones.map((zone) => {
    const first = `${calendarDay(ctx.clock.now(), zone).slice(0, 7)}-01` as CalendarDay;
    return [zone, startOfDay(first, zone)] as const;
  });
  return ctx.db
    .select(charged)
    .from(sessions)
    .innerJoin(stations, eq(stations.id, sessions.stationId))
    .where(
      and(completedOf(ownerId), atOrAfter(sessions.endedAt, new Map(firsts), stations.timeZone)),
    )
    .groupBy(sessions.currency)
    .orderBy(sessions.currency);
}

/** A car, and whose it is: their sessions are found by an index, of which its own are a part. */
interface Car {
  readonly id: string;
  readonly userId: string;
}

const ofCar = ({ id, userId }: Car) =>
  and(eq(sessions.ownerId, userId), eq(bookings.vehicleId, id), eq(sessions.status, "Completed"));

/** The completed sessions of a car, the latest first. */
export async function findCarSessions(
  ctx: Context,
  car: Car,
  page: PageQuery,
): Promise<Page<SessionRow>> {
  const [total] = await ctx.db
    .select({ count: count() })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .where(ofCar(car));
  const items = await select(ctx, ofCar(car))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .limit(page.limit)
    .offset(pageOffset(page));
  return { items, total: total?.count ?? 0 };
}

/** What a car charged in completed sessions, a row a currency. */
export async function sumCarSessions(ctx: Context, car: Car) {
  return ctx.db
    .select({
      ...charged,
      seconds: sql<number>`coalesce(sum(extract(epoch from ${sessions.endedAt} - ${sessions.startedAt})), 0)::float8`,
    })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .where(ofCar(car))
    .groupBy(sessions.currency)
    .orderBy(sessions.currency);
}

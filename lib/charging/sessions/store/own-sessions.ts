import { and, count, desc, eq, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { sessions } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

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
      currency: sessions.currency,
      count: count(),
      energyWh: sql<number>`coalesce(sum(${sessions.energyWh}), 0)::float8`,
      totalMinor: sql<number>`coalesce(sum(${sessions.totalMinor}), 0)::float8`,
      seconds: sql<number>`coalesce(sum(extract(epoch from ${sessions.endedAt} - ${sessions.startedAt})), 0)::float8`,
    })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .where(ofCar(car))
    .groupBy(sessions.currency)
    .orderBy(sessions.currency);
}

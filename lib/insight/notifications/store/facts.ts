import { and, eq, gt, ne, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { isAmong } from "@/db/schema/columns";
import { sessions } from "@/db/schema/sessions";
import { connectors, stations } from "@/db/schema/stations";
import { waiting } from "@/db/schema/waiting";
import { asBooking, selectBookings, type Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";

export type SessionFacts = Pick<
  typeof sessions.$inferSelect,
  "id" | "startedAt" | "totalMinor" | "currency" | "receiptNumber"
>;

/** Bookings as they are now, by their ids; those that are gone are left out. */
export async function findBookings(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Booking>> {
  if (ids.length === 0) return new Map();
  const rows = await selectBookings(ctx).where(isAmong(bookings.id, ids));
  return new Map(rows.map((row) => [row.booking.id, asBooking(row)]));
}

export async function findSession(ctx: Context, id: string): Promise<SessionFacts | null> {
  const { startedAt, totalMinor, currency, receiptNumber } = sessions;
  const [row] = await ctx.db
    .select({ id: sessions.id, startedAt, totalMinor, currency, receiptNumber })
    .from(sessions)
    .where(eq(sessions.id, id));
  return row ?? null;
}

/** What is told of a station; null where it is gone. */
export async function findStation(ctx: Context, id: string) {
  const { businessId, name, address, timeZone } = stations;
  const [row] = await ctx.db
    .select({ id: stations.id, businessId, name, address, timeZone })
    .from(stations)
    .where(eq(stations.id, id));
  return row ?? null;
}

/** Whether the entry of a waiting list has its place held still. */
export async function isPlaceHeld(ctx: Context, waitingId: string, now: Date): Promise<boolean> {
  const { id, status, offerEndsAt } = waiting;
  const held = and(eq(id, waitingId), eq(status, "Offered"), gt(offerEndsAt, now));
  return (await ctx.db.select({ id }).from(waiting).where(held)).length > 0;
}

/** Where stations are, by their ids. */
export async function findAddresses(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (stationIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: stations.id, address: stations.address })
    .from(stations)
    .where(isAmong(stations.id, stationIds));
  return new Map(rows.map(({ id, address }) => [id, address]));
}

/** Where stations are, and how many kinds of places each has, by their plugs and power. */
export async function findSites(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly address: string; readonly kinds: number }>> {
  if (stationIds.length === 0) return new Map();
  const { standards, maxPowerW } = connectors;
  const rows = await ctx.db
    .select({
      id: stations.id,
      address: stations.address,
      kinds: sql<number>`count(distinct (${standards}, ${maxPowerW}))
        filter (where ${connectors.id} is not null)::int`,
    })
    .from(stations)
    .leftJoin(
      connectors,
      and(eq(connectors.stationId, stations.id), ne(connectors.status, "Inactive")),
    )
    .where(isAmong(stations.id, stationIds))
    .groupBy(stations.id);
  return new Map(rows.map((row) => [row.id, row]));
}

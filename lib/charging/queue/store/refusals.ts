import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { offlineRefusals } from "@/db/schema/queue";
import { sessions } from "@/db/schema/sessions";
import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";

import type { ListExceptions } from "../schema";

const settlers = alias(users, "settlers");
const authors = alias(users, "authors");
const drivers = alias(users, "drivers");

function select(ctx: Context) {
  return ctx.db
    .select({
      refusal: offlineRefusals,
      stationName: stations.name,
      timeZone: stations.timeZone,
      bookingNumber: bookings.number,
      vehiclePlate: bookings.vehiclePlate,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      ownerId: bookings.ownerId,
      ownerName: drivers.name,
      tariff: bookings.tariff,
      connectorNumber: connectors.number,
      by: authors.name,
      settledBy: settlers.name,
    })
    .from(offlineRefusals)
    .innerJoin(bookings, eq(bookings.id, offlineRefusals.bookingId))
    .innerJoin(stations, eq(stations.id, offlineRefusals.stationId))
    .innerJoin(authors, eq(authors.id, offlineRefusals.refusedBy))
    .leftJoin(drivers, eq(drivers.id, bookings.ownerId))
    .leftJoin(connectors, sql`${connectors.id} = (${offlineRefusals.told} ->> 'connectorId')::uuid`)
    .leftJoin(settlers, eq(settlers.id, offlineRefusals.settledBy))
    .$dynamic();
}

/** A refused act with what its views tell of booking, station and people. */
export type RefusalRow = Awaited<ReturnType<typeof select>>[number];

/** Keeps the refusal; false where the same act was kept before. */
export async function insertRefusal(
  ctx: Context,
  row: typeof offlineRefusals.$inferInsert,
): Promise<boolean> {
  const kept = await ctx.db
    .insert(offlineRefusals)
    .values(row)
    .onConflictDoNothing({ target: [offlineRefusals.refusedBy, offlineRefusals.key] })
    .returning({ id: offlineRefusals.id });
  return kept.length > 0;
}

export async function findRefusal(ctx: Context, id: string): Promise<RefusalRow | null> {
  const [row] = await select(ctx).where(eq(offlineRefusals.id, id));
  return row ?? null;
}

/** Settles it; false where somebody did already. */
export async function settleRefusal(
  ctx: Context,
  id: string,
  set: { readonly settledAt: Date; readonly settledBy: string; readonly note: string | null },
): Promise<boolean> {
  const rows = await ctx.db
    .update(offlineRefusals)
    .set(set)
    .where(and(eq(offlineRefusals.id, id), isNull(offlineRefusals.settledAt)))
    .returning({ id: offlineRefusals.id });
  return rows.length > 0;
}

/** Those of the stations that wait, the oldest first; so many at most, and how many there are. */
export async function findOpenRefusals(
  ctx: Context,
  stationIds: readonly string[],
  limit: number,
): Promise<{ readonly items: RefusalRow[]; readonly total: number }> {
  const open = and(
    inArray(offlineRefusals.stationId, [...stationIds]),
    isNull(offlineRefusals.settledAt),
  );
  const items = await select(ctx)
    .where(open)
    .orderBy(asc(offlineRefusals.createdAt), asc(offlineRefusals.id))
    .limit(limit);
  if (items.length < limit) return { items, total: items.length };
  return { items, total: await ctx.db.$count(offlineRefusals, open) };
}

/** Whether a refused act still waits for somebody to settle it. */
export async function isExceptionOpen(ctx: Context, id: string): Promise<boolean> {
  const open = and(eq(offlineRefusals.id, id), isNull(offlineRefusals.settledAt));
  return (await ctx.db.$count(offlineRefusals, open)) > 0;
}

/** One page of those within the scope, the latest first. */
export async function findRefusals(
  ctx: Context,
  scope: Scope,
  { stationId, businessId, settled }: ListExceptions,
  page: PageQuery,
): Promise<Page<RefusalRow>> {
  const settledAt = offlineRefusals.settledAt;
  const where = and(
    visible(scope),
    stationId === undefined ? undefined : eq(offlineRefusals.stationId, stationId),
    businessId === undefined ? undefined : eq(offlineRefusals.businessId, businessId),
    settled === undefined ? undefined : settled ? isNotNull(settledAt) : isNull(settledAt),
  );
  const [all] = await ctx.db.select({ count: count() }).from(offlineRefusals).where(where);
  const items = await select(ctx)
    .where(where)
    .orderBy(desc(offlineRefusals.createdAt), desc(offlineRefusals.id))
    .limit(page.limit)
    .offset(pageOffset(page));
  return { items, total: all?.count ?? 0 };
}

function visible(scope: Scope): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(offlineRefusals.businessId, scope.businessId);
  if (scope.reach === "own") return eq(offlineRefusals.refusedBy, scope.userId);
  return inArray(offlineRefusals.stationId, [...scope.stationIds]);
}

/** The bookings' numbers, by which refused acts are known. */
export async function findNumbers(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: offlineRefusals.id, name: bookings.number })
    .from(offlineRefusals)
    .innerJoin(bookings, eq(bookings.id, offlineRefusals.bookingId))
    .where(inArray(offlineRefusals.id, [...ids]));
}

/** A booking of the business, by its id or that of its session, and its session where it has one. */
export async function findSubject(
  ctx: Context,
  businessId: string,
  of: { readonly bookingId: string } | { readonly sessionId: string },
) {
  const [row] = await ctx.db
    .select({
      bookingId: bookings.id,
      sessionId: sessions.id,
      stationId: bookings.stationId,
      ownerId: bookings.ownerId,
      status: bookings.status,
    })
    .from(bookings)
    .leftJoin(sessions, eq(sessions.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.businessId, businessId),
        "bookingId" in of ? eq(bookings.id, of.bookingId) : eq(sessions.id, of.sessionId),
      ),
    );
  return row ?? null;
}

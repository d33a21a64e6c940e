import { and, asc, count, desc, eq, gte, inArray, lt, sql, type SQL, gt, or } from "drizzle-orm";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { connectors, stations } from "@/db/schema/stations";
import { sessions } from "@/db/schema/sessions";
import { compiled } from "@/lib/core/compiled";
import { lockToShare, type Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";
import type { NumberedPlace } from "@/lib/sites/schedules/inside";

import type { ListSessions, SessionStatus } from "../schema";
import { nextComing, noteList, photoList } from "./beside";

/** A session with what its views tell of booking, station, connector and owner. */
export type SessionRow = Awaited<ReturnType<typeof select>>[number];

/** Sessions with what their views tell; the caller orders them. */
export function select(ctx: Context, where: SQL | undefined) {
  return joined(ctx).where(where).$dynamic();
}

function joined(ctx: Context) {
  return ctx.db
    .select({
      ...columnsOfSessions,
      bookingNumber: bookings.number,
      bookedFrom: bookings.startsAt,
      bookedUntil: bookings.endsAt,
      wishedConnectorId: bookings.wishedConnectorId,
      standard: bookings.standard,
      minPowerW: bookings.minPowerW,
      placeGroup: bookings.placeGroup,
      vehiclePlate: bookings.vehiclePlate,
      tariff: bookings.tariff,
      stationName: stations.name,
      stationAddress: stations.address,
      latitude: stations.latitude,
      longitude: stations.longitude,
      timeZone: stations.timeZone,
      connectorNumber: connectors.number,
      connectorStandards: connectors.standards,
      connectorPowerW: connectors.maxPowerW,
      connectorPlugPowersW: connectors.plugPowersW,
      ownerName: users.name,
      ownerNic: owners.nic,
      noteList,
      photoList,
      next: nextComing(ctx.clock.now()),
    })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .innerJoin(stations, eq(stations.id, sessions.stationId))
    .innerJoin(connectors, eq(connectors.id, sessions.connectorId))
    .leftJoin(users, eq(users.id, sessions.ownerId))
    .leftJoin(owners, eq(owners.userId, sessions.ownerId));
}

const columnsOfSessions = {
  id: sessions.id,
  bookingId: sessions.bookingId,
  stationId: sessions.stationId,
  businessId: sessions.businessId,
  ownerId: sessions.ownerId,
  connectorId: sessions.connectorId,
  status: sessions.status,
  startedAt: sessions.startedAt,
  endedAt: sessions.endedAt,
  pausedAt: sessions.pausedAt,
  metered: sessions.metered,
  energyWh: sessions.energyWh,
  notes: sessions.notes,
  currency: sessions.currency,
  energyMinor: sessions.energyMinor,
  timeMinor: sessions.timeMinor,
  feeMinor: sessions.feeMinor,
  subtotalMinor: sessions.subtotalMinor,
  taxMinor: sessions.taxMinor,
  totalMinor: sessions.totalMinor,
  paymentMode: sessions.paymentMode,
  paidMinor: sessions.paidMinor,
  receiptNumber: sessions.receiptNumber,
};

export async function findSession(ctx: Context, id: string): Promise<SessionRow | null> {
  const [row] = await select(ctx, eq(sessions.id, id));
  return row ?? null;
}

export async function findSessionOfBooking(
  ctx: Context,
  bookingId: string,
): Promise<SessionRow | null> {
  const [row] = await select(ctx, eq(sessions.bookingId, bookingId));
  return row ?? null;
}

/** Whether the booking's car charges or has charged: the id of its session. */
export async function findSessionIdOf(ctx: Context, bookingId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.bookingId, bookingId));
  return row?.id ?? null;
}

export async function insertSession(
  ctx: Context,
  row: typeof sessions.$inferInsert,
): Promise<void> {
  await ctx.db.insert(sessions).values(row);
}

/** The session as it is now, kept from others until the transaction ends. */
export async function lockSessionRow(ctx: Context, id: string): Promise<SessionRow | null> {
  const [row] = await select(ctx, eq(sessions.id, id)).for("no key update", { of: sessions });
  return row ?? null;
}

/** What may change of a session besides its status. */
export type SessionChanges = WithoutStatus<typeof sessions.$inferInsert>;

/** Takes the step where the session is in one of its statuses `from`; false where it is not. */
export async function updateSessionRow(
  ctx: Context,
  id: string,
  step: StatusStep<SessionStatus>,
  changes: SessionChanges,
): Promise<boolean> {
  const rows = await ctx.db
    .update(sessions)
    .set({ ...changes, status: step.to })
    .where(and(eq(sessions.id, id), inArray(sessions.status, [...step.from])))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** Lets one finalize of a booking pass at a time, until its transaction ends. */
export async function lockFinalizing(ctx: Context, bookingId: string): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`finalize:${bookingId}`}, 0))`,
  );
}

/** Lets one car of a station choose a connector at a time, until the transaction ends. */
export async function lockChoosing(ctx: Context, stationId: string): Promise<void> {
  await lockNamed(ctx, { name: `connector:${stationId}` });
}

const lockNamed = compiled<{ name: string }, unknown>(({ db }, value) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${value("name")}, 0))`),
);

/** Keeps the station's connectors in service, which whoever changes them asks for alone, until the transaction ends. */
export async function shareStation(ctx: Context, stationId: string): Promise<void> {
  await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(eq(stations.id, stationId))
    .for(lockToShare(ctx, [stationId]));
}

/** The Active connectors of a station by number, and whether a car charges there, or has charged since an instant. */
export async function findPlaces(
  ctx: Context,
  stationId: string,
  since?: Date,
): Promise<(NumberedPlace & { readonly id: string; readonly busy: boolean })[]> {
  const charges = or(eq(sessions.status, "Active"), since && gt(sessions.endedAt, since));
  return ctx.db
    .select({
      id: connectors.id,
      number: connectors.number,
      standards: connectors.standards,
      powerW: connectors.maxPowerW,
      plugPowersW: connectors.plugPowersW,
      busy: sql<boolean>`count(${sessions.id}) > 0`,
    })
    .from(connectors)
    .leftJoin(sessions, and(eq(sessions.connectorId, connectors.id), charges))
    .where(and(eq(connectors.stationId, stationId), eq(connectors.status, "Active")))
    .groupBy(connectors.id)
    .orderBy(asc(connectors.number));
}

/** The sessions that run at the stations, whose booked time is over first comes first; so many at most. */
export async function findActiveSessions(
  ctx: Context,
  stationIds: readonly string[],
  limit: number,
): Promise<SessionRow[]> {
  return select(
    ctx,
    and(inArray(sessions.stationId, [...stationIds]), eq(sessions.status, "Active")),
  )
    .orderBy(asc(bookings.endsAt), asc(sessions.id))
    .limit(limit);
}

/** The sessions that the scope reaches, filtered and paged. */
export async function findSessions(
  ctx: Context,
  scope: Scope,
  query: ListSessions & PageQuery,
): Promise<Page<SessionRow>> {
  const where = and(
    visible(scope),
    query.status && eq(sessions.status, query.status),
    query.stationId ? eq(sessions.stationId, query.stationId) : undefined,
    query.bookingId ? eq(sessions.bookingId, query.bookingId) : undefined,
    query.ownerNic ? eq(owners.nic, query.ownerNic.toUpperCase()) : undefined,
    query.ownerId ? eq(sessions.ownerId, query.ownerId) : undefined,
    query.from && gte(sessions.startedAt, query.from),
    query.to && lt(sessions.startedAt, query.to),
  );
  const [total] = await ctx.db
    .select({ count: count() })
    .from(sessions)
    .leftJoin(owners, eq(owners.userId, sessions.ownerId))
    .where(where);
  const order = query.sort === "startedAt" ? asc : desc;
  const items = await select(ctx, where)
    .orderBy(order(sessions.startedAt), order(sessions.id))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

function visible(scope: Scope): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(sessions.businessId, scope.businessId);
  if (scope.reach === "own") return eq(sessions.ownerId, scope.userId);
  return scope.stationIds.length > 0
    ? inArray(sessions.stationId, [...scope.stationIds])
    : sql`false`;
}

/** Whether a session runs on the connector. */
export async function hasActiveSession(ctx: Context, connectorId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.connectorId, connectorId), eq(sessions.status, "Active")));
  return rows.length > 0;
}

import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";

import { bookings, qrTokens } from "@/db/schema/bookings";
import { sessions } from "@/db/schema/sessions";
import { connectors, stations } from "@/db/schema/stations";
import {
  asBooking,
  findLiveQrs,
  selectBookings,
  type Booking,
  type QrRow,
} from "@/lib/charging/bookings/inside";
import { openStatuses } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { atOrAfter, todays } from "@/lib/core/local-days";

import { arrivalsAheadMs } from "../rules";

/** A station of the queue. */
export interface QueueStation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** The stations of these ids. */
export async function findStations(
  ctx: Context,
  stationIds: readonly string[],
): Promise<QueueStation[]> {
  return ctx.db
    .select({ id: stations.id, name: stations.name, timeZone: stations.timeZone })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]));
}

/** That the booking's code in force is as the condition says. */
const codeIs = (condition: SQL | undefined) =>
  sql`exists (
    select from ${qrTokens}
    where ${qrTokens.bookingId} = ${bookings.id} and ${qrTokens.revokedAt} is null and ${condition}
  )`;

/** Which bookings a list of the queue holds, for a time. */
export const lists = {
  /** Those that wait to be reviewed. */
  approvals: () => eq(bookings.status, "Pending"),
  /** Those whose car may be let in now, or soon: no-shows too, while their window is open. */
  arrivals: (now: Date) =>
    and(
      inArray(bookings.status, ["Approved", "NoShow"]),
      codeIs(
        and(
          isNull(qrTokens.consumedAt),
          lte(qrTokens.opensAt, new Date(now.getTime() + arrivalsAheadMs)),
          sql`${qrTokens.expiresAt} >= ${now.toISOString()}::timestamptz`,
        ),
      ),
    ),
  /** Those about which something is wrong: no-shows of today, codes that ran out unused, conflicts, who comes late. */
  troubled: (now: Date, zones: readonly string[]) =>
    or(
      and(
        eq(bookings.status, "NoShow"),
        atOrAfter(bookings.startsAt, todays(now, zones).begins, stations.timeZone),
      ),
      and(eq(bookings.status, "Approved"), codeIs(lt(qrTokens.expiresAt, now))),
      and(inArray(bookings.status, [...openStatuses]), isNotNull(bookings.conflict)),
      and(eq(bookings.status, "Approved"), gt(bookings.lateUntil, now)),
    ),
};

/** A booking, with its code in force where it has one. */
export type CodedBooking = Booking & { readonly qr: QrRow | undefined };

/** The stations' bookings of a list, soonest first, so many at most, and how many there are. */
export async function findQueued(
  ctx: Context,
  stationIds: readonly string[],
  list: SQL | undefined,
  limit: number,
): Promise<{ items: CodedBooking[]; total: number }> {
  const where = and(inArray(bookings.stationId, [...stationIds]), list);
  const rows = await selectBookings(ctx)
    .where(where)
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(limit);
  const found = rows.map(asBooking);
  const codes = await findLiveQrs(
    ctx,
    found.map(({ id }) => id),
  );
  const codeOf = new Map(codes.map((qr) => [qr.bookingId, qr]));
  const items = found.map((booking) => ({ ...booking, qr: codeOf.get(booking.id) }));
  if (items.length < limit) return { items, total: items.length };
  return { items, total: await countQueued(ctx, stationIds, list) };
}

/** How many of the stations' bookings a list holds. */
export async function countQueued(
  ctx: Context,
  stationIds: readonly string[],
  list: SQL | undefined,
): Promise<number> {
  const [all] = await ctx.db
    .select({ count: count() })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .where(and(inArray(bookings.stationId, [...stationIds]), list));
  return all?.count ?? 0;
}

/** A connector in service, and whether a car charges on it. */
export interface QueueConnector {
  readonly id: string;
  readonly stationId: string;
  readonly number: number;
  readonly standards: string[];
  readonly powerW: number | null;
  readonly busy: boolean;
}

/** The Active connectors of the stations, by number. */
export async function findConnectors(
  ctx: Context,
  stationIds: readonly string[],
): Promise<QueueConnector[]> {
  return ctx.db
    .select({
      id: connectors.id,
      stationId: connectors.stationId,
      number: connectors.number,
      standards: connectors.standards,
      powerW: connectors.maxPowerW,
      busy: sql<boolean>`${sessions.id} is not null`,
    })
    .from(connectors)
    .leftJoin(sessions, and(eq(sessions.connectorId, connectors.id), eq(sessions.status, "Active")))
    .where(and(inArray(connectors.stationId, [...stationIds]), eq(connectors.status, "Active")))
    .orderBy(asc(connectors.stationId), asc(connectors.number));
}

/** How many cars charge at the stations. */
export async function countActive(ctx: Context, stationIds: readonly string[]): Promise<number> {
  const [all] = await ctx.db
    .select({ count: count() })
    .from(sessions)
    .where(and(inArray(sessions.stationId, [...stationIds]), eq(sessions.status, "Active")));
  return all?.count ?? 0;
}

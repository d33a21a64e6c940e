import { and, asc, count, desc, eq, gte, lt, sql, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import type { Scope } from "@/lib/core/permissions";

import { addUp, type DayRange, type TakenRow } from "../rules";
import { groupKey, onDays, reach, whole } from "./reach";

// What was received beside what was charged, as the sessions' own rule has it (`settle`): change and due are those of
// each session, so that one's change never pays for another's due.

const received = sql`coalesce(${sessions.paidMinor}, 0)`;
const due = sql`greatest(${sessions.totalMinor} - ${received}, 0)`;
const taken = {
  operatorId: sessions.finalizedBy,
  operator: sql<string | null>`min(${users.name})`,
  currency: sessions.currency,
  sessions: count(),
  chargedMinor: whole(sessions.totalMinor),
  receivedMinor: whole(received),
  changeMinor: whole(sql`greatest(${received} - ${sessions.totalMinor}, 0)`),
  dueMinor: whole(due),
};

/** A stretch of time `[from, to)`. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** What operators took in cash for sessions that ended on the days: a row for each day, operator and currency. */
export async function sumCash(
  ctx: Context,
  scope: Scope,
  { stationId, ...days }: DayRange & { readonly stationId: string | undefined },
): Promise<(TakenRow & { readonly key: string })[]> {
  const rows = await ctx.db
    .select({ key: groupKey(sessions.endedAt, "day"), ...taken })
    .from(sessions)
    .innerJoin(businesses, eq(businesses.id, sessions.businessId))
    .leftJoin(users, eq(users.id, sessions.finalizedBy))
    .where(
      and(
        reach.sessions(scope),
        eq(sessions.status, "Completed"),
        eq(sessions.paymentMode, "cash"),
        stationId === undefined ? undefined : eq(sessions.stationId, stationId),
        await onDays(ctx, sessions.endedAt, days),
      ),
    )
    .groupBy(sql`1`, sessions.finalizedBy, sessions.currency);
  return addUp(rows, "day");
}

/** What was taken for sessions that ended in the time: a row for each operator, mode and currency. */
export async function sumTakings(
  ctx: Context,
  at: SQL | undefined,
  range: TimeRange,
): Promise<(TakenRow & { readonly mode: (typeof sessions.$inferSelect)["paymentMode"] })[]> {
  return ctx.db
    .select({ mode: sessions.paymentMode, ...taken })
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.finalizedBy))
    .where(and(at, completedIn(range)))
    .groupBy(sessions.finalizedBy, sessions.paymentMode, sessions.currency);
}

const completedIn = ({ from, to }: TimeRange) =>
  and(eq(sessions.status, "Completed"), gte(sessions.endedAt, from), lt(sessions.endedAt, to));

/** What happened in the time, in numbers; `own` are those of the user. */
export async function countShift(
  ctx: Context,
  at: SQL | undefined,
  { from, to }: TimeRange,
  userId: string,
) {
  const within = (instant: SQL) =>
    sql`${instant} >= ${from.toISOString()}::timestamptz and ${instant} < ${to.toISOString()}::timestamptz`;
  const started = within(sql`${sessions.startedAt}`);
  const ended = within(sql`${sessions.endedAt}`);
  const completed = sql`${sessions.status} = 'Completed' and ${ended}`;
  const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
  const [row] = await ctx.db
    .select({
      checkedIn: number(started),
      checkedInOwn: number(sql`${started} and ${sessions.checkedInBy} = ${userId}`),
      finalized: number(completed),
      finalizedOwn: number(sql`${completed} and ${sessions.finalizedBy} = ${userId}`),
      energyWh:
        sql`coalesce(sum(${sessions.energyWh}) filter (where ${completed}), 0)::bigint`.mapWith(
          Number,
        ),
      aborted: number(sql`${sessions.status} = 'Aborted' and ${ended}`),
      charging: number(sql`${sessions.status} = 'Active'`),
    })
    .from(sessions)
    .where(and(at, sql`(${started} or ${ended} or ${sessions.status} = 'Active')`));
  if (!row) throw new Error("A count has one row.");
  return row;
}

/** How many of the bookings that began in the time nobody came to. */
export async function countNoShows(
  ctx: Context,
  scope: Scope,
  stationId: string | undefined,
  { from, to }: TimeRange,
): Promise<number> {
  return ctx.db.$count(
    bookings,
    and(
      reach.bookings(scope),
      stationId === undefined ? undefined : eq(bookings.stationId, stationId),
      eq(bookings.status, "NoShow"),
      gte(bookings.startsAt, from),
      lt(bookings.startsAt, to),
    ),
  );
}

/** The sessions that ended in the time and were not paid in full, the latest first. */
export async function findDue(ctx: Context, at: SQL | undefined, range: TimeRange, limit: number) {
  return ctx.db
    .select({
      sessionId: sessions.id,
      bookingId: sessions.bookingId,
      bookingNumber: bookings.number,
      operator: users.name,
      endedAt: sessions.endedAt,
      currency: sessions.currency,
      totalMinor: sql`${sessions.totalMinor}`.mapWith(Number),
      receivedMinor: sql`${received}`.mapWith(Number),
      dueMinor: sql`${due}`.mapWith(Number),
    })
    .from(sessions)
    .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
    .leftJoin(users, eq(users.id, sessions.finalizedBy))
    .where(and(at, completedIn(range), sql`${due} > 0`))
    .orderBy(desc(sessions.endedAt), desc(sessions.id))
    .limit(limit);
}

/** The sessions at the scope's stations, or at one of them. */
export const sessionsAt = (scope: Scope, stationId: string | undefined): SQL | undefined =>
  and(
    reach.sessions(scope),
    stationId === undefined ? undefined : eq(sessions.stationId, stationId),
  );

/** The scope's stations that a shift is about, by their names; all of the platform are nobody's shift. */
export async function findShiftStations(
  ctx: Context,
  scope: Scope,
  stationId: string | undefined,
): Promise<{ id: string; name: string; timeZone: string }[]> {
  if (scope.reach === "any" && stationId === undefined) return [];
  return ctx.db
    .select({ id: stations.id, name: stations.name, timeZone: stations.timeZone })
    .from(stations)
    .where(
      and(reach.stations(scope), stationId === undefined ? undefined : eq(stations.id, stationId)),
    )
    .orderBy(asc(stations.name), asc(stations.id));
}

import { and, asc, eq, exists, gt, inArray, lt, sql, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { holdingStatuses } from "@/lib/charging/bookings/schema";
import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { textOfList } from "@/lib/core/text-of-list";
import { longestSlotMinutes } from "@/lib/core/durations";

import { findHadHeld, type HadHeld, type TimeAt, type WaitingRow } from "./entries";

/**
 * Whether anybody waits for a time at the station that overlaps the range; for the statement that takes places, which
 * hands in the values or what stands for them (`compiled`).
 */
export const someoneWaits = ({
  stationId,
  startsAt,
  endsAt,
  now,
}: TimeAt & { readonly now: Date }): SQL => sql`exists (
  select 1 from waiting
  where waiting.station_id = ${stationId}::uuid and waiting.status = 'Waiting'
    and waiting.starts_at > ${now}::timestamptz
    and waiting.starts_at < ${endsAt}::timestamptz
    and waiting.ends_at > ${startsAt}::timestamptz
)`;

/** The times that overlap the range for which somebody waits at one of the stations. */
export async function findLines(
  ctx: Context,
  stationIds: readonly string[],
  { startsAt, endsAt }: Omit<TimeAt, "stationId">,
): Promise<TimeAt[]> {
  return linesAt(ctx, { stationIds: textOfList(stationIds), startsAt, endsAt });
}

const linesAt = compiled<Omit<TimeAt, "stationId"> & { readonly stationIds: string }, TimeAt[]>(
  ({ db }, value) =>
    db
      .select({
        stationId: waiting.stationId,
        startsAt: waiting.startsAt,
        endsAt: waiting.endsAt,
      })
      .from(waiting)
      .where(
        and(
          sql`${waiting.stationId} = any(${value("stationIds")}::uuid[])`,
          eq(waiting.status, "Waiting"),
          lt(waiting.startsAt, value("endsAt")),
          gt(waiting.endsAt, value("startsAt")),
        ),
      ),
);

/**
 * Who waits at the station for a slot that has not begun, first come first: those who may be offered a place, their
 * account Active, without another place that is held for them, and without a booking at that time. What another
 * transaction is changing is left out: its owner is leaving.
 */
export async function lockLine(ctx: Context, stationId: string): Promise<WaitingRow[]> {
  const ownOffer = sql`exists (
    select 1 from waiting other where other.owner_id = ${waiting.ownerId} and other.status = 'Offered')`;
  const ownBooking = exists(
    ctx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(
        and(
          eq(bookings.ownerId, waiting.ownerId),
          inArray(bookings.status, [...holdingStatuses]),
          lt(bookings.startsAt, waiting.endsAt),
          gt(bookings.endsAt, waiting.startsAt),
        ),
      ),
  );
  const rows = await ctx.db
    .select({ entry: waiting })
    .from(waiting)
    .innerJoin(users, and(eq(users.id, waiting.ownerId), eq(users.status, "Active")))
    .where(
      and(
        eq(waiting.stationId, stationId),
        eq(waiting.status, "Waiting"),
        gt(waiting.startsAt, ctx.clock.now()),
        sql`not ${ownOffer}`,
        sql`not ${ownBooking}`,
      ),
    )
    .orderBy(asc(waiting.createdAt), asc(waiting.id))
    .for("no key update", { of: waiting, skipLocked: true });
  return rows.map(({ entry }) => entry);
}

/** How often it is asked whether an owner's turn is free, and how long is waited in between, in seconds. */
const turnTries = 40;
const turnPauseS = 0.005;

/**
 * Keeps an owner from being offered a second place elsewhere until the transaction ends; answers what was held for them,
 * alternatives since that instant; null where another offers them one just now. Asked again for a moment, and never waited for as a lock: whoever offers holds a station alone.
 * Asked once, it would pass over who must not be: a transaction that fails, or whose process was killed, gives its
 * station back a moment before it gives back the turns.
 */
export async function claimTurn(
  ctx: Context,
  ownerId: string,
  since: Date,
): Promise<HadHeld | null> {
  const name = `waiting-owner:${ownerId}`;
  for (let left = turnTries; ; left -= 1) {
    // A connection answers in order, so it is read behind the lock.
    const [[lock], had] = await Promise.all([
      tryTurn(ctx, { name }),
      findHadHeld(ctx, ownerId, since),
    ]);
    if (lock?.taken) return had;
    if (left === 1) return null;
    await ctx.db.execute(sql`select pg_sleep(${turnPauseS})`);
  }
}

const tryTurn = compiled<{ name: string }, { taken: boolean }[]>(({ db }, value) =>
  db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${value("name")}, 0)) as taken`,
  ),
);

/**
 * The stations at which somebody waits for a time in every slot of which some place is free: only there can an offer
 * be made, whoever moves. What suits whom is tried then.
 */
export async function findStationsToServe(ctx: Context): Promise<string[]> {
  const full = sql`(
    select 1 from ${slots}
    where ${slots.stationId} = ${waiting.stationId}
      and ${slots.startsAt} > ${waiting.startsAt} - make_interval(mins => ${longestSlotMinutes}::int)
      and ${slots.startsAt} < ${waiting.endsAt} and ${slots.endsAt} > ${waiting.startsAt}
    group by ${slots.startsAt}
    having sum(greatest(${slots.capacity} - ${slots.reserved}, 0)) = 0
  )`;
  const rows = await ctx.db
    .selectDistinct({ stationId: waiting.stationId })
    .from(waiting)
    .where(
      and(
        eq(waiting.status, "Waiting"),
        gt(waiting.startsAt, ctx.clock.now()),
        sql`not exists ${full}`,
      ),
    )
    .orderBy(asc(waiting.stationId));
  return rows.map(({ stationId }) => stationId);
}

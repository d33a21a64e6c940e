import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { signsOfPlate } from "@/db/schema/columns";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { numberHolding, signsBeginning, signsEnding } from "@/lib/core/found-by";
import { atOrAfter, before, dayStarts, zonesOf } from "@/lib/core/local-days";
import type { Scope } from "@/lib/core/permissions";
import { signsOf } from "@/lib/core/text";

import { most, mostCandidates } from "../rules";
import { alikeTo, mostAlike, withLikeness } from "./alike";
import { findOwnerIds } from "./owners";
import { findStationIds } from "./places-and-staff";
import { bookingsFor } from "./todays";

/** What to look for, and when and where. */
export interface Wanted {
  readonly q: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stationId?: string | undefined;
}

/** The bookings that the scope finds, of the days and the station wanted. */
async function within(ctx: Context, scope: Scope, wanted: Wanted): Promise<SQL | undefined> {
  return and(
    await bookingsFor(ctx, scope),
    wanted.stationId === undefined ? undefined : eq(bookings.stationId, wanted.stationId),
    await onDays(ctx, wanted),
  );
}

const ofBooking = {
  id: bookings.id,
  number: bookings.number,
  stationName: stations.name,
  timeZone: stations.timeZone,
  startsAt: bookings.startsAt,
  ownerNic: owners.nic,
  ownerName: users.name,
  vehiclePlate: bookings.vehiclePlate,
};

/**
 * Bookings by number, plate or receipt; those of today that an operator finds also by their owner, and with days or a
 * station those of then and there by their owner or the station's name. What is not over comes first, the
 * soonest first, then the rest, the latest first; of so many candidates as each way gives.
 */
export async function findBookings(ctx: Context, scope: Scope, wanted: Wanted) {
  const wantedOnes = await within(ctx, scope, wanted);
  const candidates = (way: SQL) =>
    ctx.db
      .select({ id: bookings.id })
      .from(bookings)
      .innerJoin(stations, eq(stations.id, bookings.stationId))
      .where(and(wantedOnes, way))
      .limit(mostCandidates);
  const [first, ...others] = (await waysTo(ctx, scope, wanted)).map(candidates);
  if (!first) return [];
  const [second, ...more] = others;
  const now = ctx.clock.now().toISOString();
  const isOver = sql`${bookings.endsAt} <= ${now}::timestamptz`;
  const rows = await (second ? unionAll(first, second, ...more) : first);
  if (rows.length === 0) return [];
  return ctx.db
    .select(ofBooking)
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .leftJoin(owners, eq(owners.userId, bookings.ownerId))
    .leftJoin(users, eq(users.id, bookings.ownerId))
    .where(
      inArray(
        bookings.id,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(
      asc(isOver),
      sql`abs(extract(epoch from ${bookings.startsAt} - ${now}::timestamptz))`,
      desc(bookings.id),
    )
    .limit(most);
}

/** An operator's bookings whose owner's name is like the text, the likest first; nothing for others, who find owners. */
export async function findBookingsLike(ctx: Context, scope: Scope, wanted: Wanted) {
  if (scope.reach !== "station") return [];
  const { isAlike, columns, order } = alikeTo(users.name, wanted.q);
  const wantedOnes = await within(ctx, scope, wanted);
  return withLikeness(ctx, (ctx) =>
    ctx.db
      .select({ ...ofBooking, ...columns })
      .from(bookings)
      .innerJoin(stations, eq(stations.id, bookings.stationId))
      .innerJoin(users, eq(users.id, bookings.ownerId))
      .innerJoin(owners, eq(owners.userId, users.id))
      .where(and(isAlike, wantedOnes))
      .orderBy(order, desc(bookings.startsAt), desc(bookings.id))
      .limit(mostAlike),
  );
}

/** Each way by which a booking is found, since each has an index of its own. */
async function waysTo(
  ctx: Context,
  scope: Scope,
  { q, from, to, stationId }: Wanted,
): Promise<SQL[]> {
  const signs = signsOf(q);
  const ways: SQL[] = [];
  // Of fewer signs than three no index knows, and of those that all numbers begin with there is nothing to find.
  if (signs.replace(/^BK/, "").length >= 3) {
    // Looked up first and then asked whose they are: how many there are the database guesses badly.
    const numbered = sql`(select numbered.id from ${bookings} numbered
      where ${numberHolding(sql`numbered.number`, q)} limit ${mostCandidates * 10})`;
    ways.push(sql`${bookings.id} = any(array${numbered})`);
  }
  if (signs.length >= 3) {
    ways.push(signsBeginning(signsOfPlate(bookings.vehiclePlate), signs));
    // Receipts are few beside bookings of that number: by the sessions that have them.
    const receipt = sql`replace(${sessions.receiptNumber}, '-', '')`;
    const wholeOrPart = [
      signsBeginning(receipt, signs),
      // Without the letter that all of them begin with; and by the end, which is what one reads out.
      signsBeginning(receipt, `R${signs}`),
      signsEnding(receipt, signs),
    ];
    ways.push(
      ...wholeOrPart.map(
        (holds) =>
          sql`${bookings.id} = any(array(select ${sessions.bookingId} from ${sessions}
            where ${holds} limit ${mostCandidates * 10}))`,
      ),
    );
  }
  const isNarrow = (from ?? to ?? stationId) !== undefined;
  if (!isNarrow && scope.reach !== "station") return ways;
  const ownerIds = await findOwnerIds(ctx, scope, q);
  if (ownerIds.length > 0) ways.push(inArray(bookings.ownerId, ownerIds));
  if (!isNarrow) return ways;
  const stationIds = await findStationIds(ctx, scope, q, mostCandidates);
  if (stationIds.length > 0) ways.push(inArray(bookings.stationId, stationIds));
  return ways;
}

/** Bookings that start on the days, each by the clock of its station. */
async function onDays(ctx: Context, { from, to }: Wanted): Promise<SQL | undefined> {
  if ((from ?? to) === undefined) return undefined;
  const { startsAt } = bookings;
  const zones = await zonesOf(ctx, stations.timeZone);
  return and(
    from === undefined ? undefined : atOrAfter(startsAt, dayStarts(from, zones), stations.timeZone),
    to === undefined
      ? undefined
      : before(startsAt, dayStarts(addDays(to, 1), zones), stations.timeZone),
  );
}

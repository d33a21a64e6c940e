import { and, desc, eq, gt, inArray, lt, sql, type SQL } from "drizzle-orm";

import { owners, users } from "@/db/schema/accounts";
import { bookings, qrTokens } from "@/db/schema/bookings";
import { stations } from "@/db/schema/stations";
import { compiled, wholeRow } from "@/lib/core/compiled";
import { constraintOf } from "@/lib/core/constraint-of";
import { BeginAnew, lockToShare, untilCommit, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { insertMany } from "@/lib/core/insert-many";
import { textOfList } from "@/lib/core/text-of-list";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";
import { wholeInForce } from "@/lib/records/settings/inside";

import type { Range } from "../cut-ranges";
import { holdingStatuses, openStatuses, type BookingStatus } from "../schema";

export type BookingRow = typeof bookings.$inferSelect;

/** A booking with what people call its station and owner, and the cutoff in force there. */
export interface Booking extends BookingRow {
  readonly changeCutoffMinutes: number;
  readonly lateBeforeMinutes: number;
  readonly stationName: string;
  readonly timeZone: string;
  /** Null for a guest at the gate. */
  readonly ownerName: string | null;
  readonly ownerNic: string | null;
}

/** `changeCutoffMinutes` as it is in force for the booking of the row. */
export const cutoffOf = (ctx: Context) =>
  sql<number>`${wholeInForce(ctx, "changeCutoffMinutes", bookings)}`;

/** `lateBeforeMinutes`, the same. */
export const lateBefore = (ctx: Context) =>
  sql<number>`${wholeInForce(ctx, "lateBeforeMinutes", bookings)}`;

/** Bookings with their station's and owner's names; the caller adds a `where`. */
export function selectBookings(ctx: Context) {
  return ctx.db
    .select({
      booking: bookings,
      changeCutoffMinutes: cutoffOf(ctx),
      lateBeforeMinutes: lateBefore(ctx),
      stationName: stations.name,
      timeZone: stations.timeZone,
      ownerName: users.name,
      ownerNic: owners.nic,
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .leftJoin(users, eq(users.id, bookings.ownerId))
    .leftJoin(owners, eq(owners.userId, bookings.ownerId))
    .$dynamic();
}

type Joined = Awaited<ReturnType<typeof selectBookings>>[number];

export const asBooking = ({ booking, ...names }: Joined): Booking => ({ ...booking, ...names });

export async function findBooking(ctx: Context, id: string): Promise<Booking | null> {
  const [row] = await oneBooking(ctx, { id }, ctx.config.settings);
  return row ? asBooking(row) : null;
}

// The environment's settings, which stand in the texts, are their shape.
type FromEnvironment = Context["config"]["settings"];

const oneBooking = compiled<{ id: string }, Joined[], FromEnvironment>((ctx, value) =>
  selectBookings(ctx).where(eq(bookings.id, value("id"))),
);

/** The booking of the 8 characters under a code. */
export async function findBookingByCode(ctx: Context, code: string): Promise<Booking | null> {
  const [row] = await bookingOfCode(ctx, { code }, ctx.config.settings);
  return row ? asBooking(row) : null;
}

const bookingOfCode = compiled<{ code: string }, Joined[], FromEnvironment>((ctx, value) =>
  selectBookings(ctx).where(
    sql`${bookings.id} = (select ${qrTokens.bookingId} from ${qrTokens} where ${qrTokens.code} = ${value("code")})`,
  ),
);

/** What an owner has booked that is neither begun nor over; by station and time, as all lock several. */
export async function findOpenOf(ctx: Context, ownerId: string): Promise<Booking[]> {
  const rows = await selectBookings(ctx)
    .where(and(eq(bookings.ownerId, ownerId), inArray(bookings.status, [...openStatuses])))
    .orderBy(bookings.stationId, bookings.startsAt, bookings.id);
  return rows.map(asBooking);
}

/** All that an owner ever booked, the latest first. */
export async function findAllOf(ctx: Context, ownerId: string): Promise<Booking[]> {
  const rows = await selectBookings(ctx)
    .where(eq(bookings.ownerId, ownerId))
    .orderBy(desc(bookings.startsAt), bookings.id);
  return rows.map(asBooking);
}

/** The booking as it is now, kept from others until the transaction ends. */
export async function lockBookingRow(ctx: Context, id: string): Promise<Booking | null> {
  const [row] = await lockOne(ctx, { id }, ctx.config.settings);
  return row ? asBooking(row) : null;
}

const lockOne = compiled<{ id: string }, Joined[], FromEnvironment>((ctx, value) =>
  selectBookings(ctx)
    .where(eq(bookings.id, value("id")))
    .for("no key update", { of: bookings }),
);

/** Lets one booking of an owner at a time be made or moved; held until the transaction ends. */
export async function lockOwner(ctx: Context, ownerId: string): Promise<void> {
  await lockNamed(ctx, { name: `booking-owner:${ownerId}` });
}

const lockNamed = compiled<{ name: string }, unknown>(({ db }, value) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${value("name")}, 0))`),
);

/** Keeps the stations from being rebuilt or deactivated until the transaction ends; in id order. */
export async function shareStations(ctx: Context, stationIds: readonly string[]): Promise<void> {
  await locked(ctx, { ids: textOfList([...new Set(stationIds)]) }, lockToShare(ctx, stationIds));
}

const locked = compiled<{ ids: string }, unknown, ReturnType<typeof lockToShare>>(
  ({ db }, value, lock) =>
    db
      .select({ id: stations.id })
      .from(stations)
      .where(sql`${stations.id} = any(${value("ids")}::uuid[])`)
      .orderBy(stations.id)
      .for(lock),
);

/** The owners' bookings that hold a place and overlap the range: at most one each, as the last guard has it too. */
export const ownerOverlap = (
  ownerIds: readonly string[],
  range: { readonly startsAt: Date; readonly endsAt: Date | SQL },
): SQL | undefined => holdsWithin(inArray(bookings.ownerId, [...ownerIds]), range);

const holdsWithin = (
  whose: SQL,
  range: { readonly startsAt: Date; readonly endsAt: Date | SQL },
): SQL | undefined =>
  and(
    whose,
    inArray(bookings.status, [...holdingStatuses]),
    lt(bookings.startsAt, range.endsAt),
    gt(bookings.endsAt, range.startsAt),
  );

/** Whether the owner has a booking, another than that, that holds a place and overlaps the range; a guest has none. */
export async function hasOverlap(
  ctx: Context,
  ownerId: string | null,
  range: Range,
  except?: string,
): Promise<boolean> {
  if (ownerId === null) return false;
  const found = await findHeldTimes(ctx, [ownerId], range);
  return found.some(({ id }) => id !== except);
}

/** The times within the range, or over its ends, at which one of the owners has a booking that holds a place. */
export async function findHeldTimes(
  ctx: Context,
  ownerIds: readonly string[],
  range: Range,
): Promise<(Range & { id: string; ownerId: string | null })[]> {
  const { startsAt, endsAt } = range;
  return heldTimes(ctx, { ownerIds: textOfList(ownerIds), startsAt, endsAt });
}

const heldTimes = compiled<
  Range & { readonly ownerIds: string },
  (Range & { id: string; ownerId: string | null })[]
>(({ db }, value) => {
  const { id, ownerId, startsAt, endsAt } = bookings;
  const whose = sql`${ownerId} = any(${value("ownerIds")}::uuid[])`;
  return db
    .select({ id, ownerId, startsAt, endsAt })
    .from(bookings)
    .where(holdsWithin(whose, { startsAt: value("startsAt"), endsAt: value("endsAt") }));
});

/**
 * Inserts the booking. The commit throws `booking.overlap`, or begins the transaction anew where another booking has its
 * number.
 */
export async function insertBooking(ctx: Context, row: BookingRow): Promise<void> {
  await untilCommit(
    ctx,
    guarded(() => insertOne(ctx, row)),
  );
}

const insertOne = compiled<BookingRow, unknown>(({ db }, value) =>
  db.insert(bookings).values(wholeRow(bookings, value)),
);

/** Inserts many; answers the ids of those whose number nobody has. */
export async function insertBookings(
  ctx: Context,
  rows: readonly (typeof bookings.$inferInsert)[],
): Promise<string[]> {
  const after = sql`on conflict (number) do nothing returning id`;
  const stored = await insertMany(ctx, bookings, rows, after);
  return stored.map(({ id }) => String(id));
}

/** Takes the step where the booking is in one of its statuses `from`; null where it is not. Throws `booking.overlap`. */
export async function updateBooking(
  ctx: Context,
  id: string,
  step: StatusStep<BookingStatus>,
  set: WithoutStatus<BookingRow>,
): Promise<BookingRow | null> {
  return guarded(async () => {
    const [row] = await ctx.db
      .update(bookings)
      .set({ ...set, status: step.to, updatedAt: ctx.clock.now() })
      .where(and(eq(bookings.id, id), inArray(bookings.status, [...step.from])))
      .returning();
    return row ?? null;
  });
}

/** The exclusion constraint's word is the rule's: the last guard behind the owner's lock. */
async function guarded<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === "bookings_owner_overlap") throw fail("booking.overlap");
    if (constraint === "bookings_number_unique") throw new BeginAnew([]);
    throw error;
  }
}

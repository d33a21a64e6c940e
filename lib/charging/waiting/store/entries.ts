import { and, asc, count, eq, gt, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { stations } from "@/db/schema/stations";
import { waiting } from "@/db/schema/waiting";
import { compiled, wholeRow } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";

import { liveStatuses, type WaitingStatus } from "../schema";

export type WaitingRow = typeof waiting.$inferSelect;

/** A stretch of time at a station. */
export interface TimeAt {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** An entry with what people call its station, and its rank; null where it stands in no line. */
export interface Waiting extends WaitingRow {
  readonly stationName: string;
  readonly timeZone: string;
  readonly rank: number | null;
}

const isLive = inArray(waiting.status, [...liveStatuses]);

const earlier = alias(waiting, "earlier");

/** How many stand in line there for a time that overlaps, up to the entry itself. */
function rankIn(ctx: Context): SQL<number | null> {
  const before = ctx.db
    .select({ count: count() })
    .from(earlier)
    .where(
      and(
        eq(earlier.stationId, waiting.stationId),
        eq(earlier.kind, "Waiting"),
        inArray(earlier.status, [...liveStatuses]),
        lt(earlier.startsAt, waiting.endsAt),
        gt(earlier.endsAt, waiting.startsAt),
        sql`(${earlier.createdAt}, ${earlier.id}) <= (${waiting.createdAt}, ${waiting.id})`,
      ),
    );
  return sql<
    number | null
  >`case when ${isLive} and ${waiting.kind} = ${"Waiting"} then ${before}::int end`;
}

function select(ctx: Context) {
  return ctx.db
    .select({
      entry: waiting,
      stationName: stations.name,
      timeZone: stations.timeZone,
      rank: rankIn(ctx),
    })
    .from(waiting)
    .innerJoin(stations, eq(stations.id, waiting.stationId))
    .$dynamic();
}

type Joined = Awaited<ReturnType<typeof select>>[number];

const asWaiting = ({ entry, ...more }: Joined): Waiting => ({ ...entry, ...more });

export async function findEntry(ctx: Context, id: string): Promise<Waiting | null> {
  const [row] = await select(ctx).where(eq(waiting.id, id));
  return row ? asWaiting(row) : null;
}

/** All entries that an owner ever had. */
export async function findAllEntries(ctx: Context, ownerId: string): Promise<Waiting[]> {
  const rows = await select(ctx).where(eq(waiting.ownerId, ownerId)).orderBy(asc(waiting.id));
  return rows.map(asWaiting);
}

/** The owner's entries whose time is not over, soonest first. */
export async function findOwnEntries(
  ctx: Context,
  ownerId: string,
  { stationId, now }: { readonly stationId?: string | undefined; readonly now: Date },
): Promise<Waiting[]> {
  const rows = await select(ctx)
    .where(
      and(
        eq(waiting.ownerId, ownerId),
        gt(waiting.endsAt, now),
        stationId === undefined ? undefined : eq(waiting.stationId, stationId),
      ),
    )
    .orderBy(asc(waiting.startsAt), asc(waiting.createdAt), asc(waiting.id));
  return rows.map(asWaiting);
}

/** The entry as it is now, kept from others until the transaction ends. */
export async function lockEntry(ctx: Context, id: string): Promise<WaitingRow | null> {
  const [row] = await ctx.db.select().from(waiting).where(eq(waiting.id, id)).for("no key update");
  return row ?? null;
}

/** In how many lines the owner stands. */
export async function countLines(ctx: Context, ownerId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(waiting)
    .where(and(eq(waiting.ownerId, ownerId), eq(waiting.kind, "Waiting"), isLive));
  return row?.count ?? 0;
}

/** The alternative that is held for the owner now; there is one at most. */
export async function findHeldAlternative(
  ctx: Context,
  ownerId: string,
): Promise<WaitingRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(waiting)
    .where(
      and(
        eq(waiting.ownerId, ownerId),
        eq(waiting.kind, "Alternative"),
        eq(waiting.status, "Offered"),
      ),
    );
  return row;
}

/** What was held for an owner: whether a place is now, and how many alternatives were since an instant. */
export interface HadHeld {
  readonly isOffered: boolean;
  readonly alternatives: number;
}

export async function findHadHeld(ctx: Context, ownerId: string, since: Date): Promise<HadHeld> {
  const [row] = await hadHeld(ctx, { ownerId, since });
  return { isOffered: row?.isOffered === true, alternatives: row?.alternatives ?? 0 };
}

const hadHeld = compiled<{ ownerId: string; since: Date }, HadHeld[]>(({ db }, value) =>
  db
    .select({
      isOffered: sql<boolean>`coalesce(bool_or(${waiting.status} = 'Offered'), false)`,
      alternatives: sql<number>`count(*) filter (
        where ${waiting.kind} = 'Alternative' and ${waiting.createdAt} > ${value("since")}::timestamptz)::int`,
    })
    .from(waiting)
    .where(eq(waiting.ownerId, value("ownerId"))),
);

/** The owner's live entry for exactly this time, or null. */
export async function findSame(
  ctx: Context,
  ownerId: string,
  { stationId, startsAt, endsAt }: TimeAt,
): Promise<WaitingRow | null> {
  const [row] = await ctx.db
    .select()
    .from(waiting)
    .where(
      and(
        eq(waiting.ownerId, ownerId),
        eq(waiting.stationId, stationId),
        eq(waiting.startsAt, startsAt),
        eq(waiting.endsAt, endsAt),
        isLive,
      ),
    );
  return row ?? null;
}

export async function insertEntry(
  ctx: Context,
  row: typeof waiting.$inferInsert,
): Promise<WaitingRow | null> {
  const [stored] = await ctx.db.insert(waiting).values(row).onConflictDoNothing().returning();
  return stored ?? null;
}

/** Stores a place that is held; fails where one is held for its owner, or they wait for that very time. */
export async function insertOffer(ctx: Context, row: WaitingRow): Promise<void> {
  await insertOne(ctx, row);
}

const insertOne = compiled<WaitingRow, unknown>(({ db }, value) =>
  db.insert(waiting).values(wholeRow(waiting, value)),
);

/** Takes the step where the entry is in one of its statuses `from`; null where it is not. */
export async function updateEntry(
  ctx: Context,
  id: string,
  step: StatusStep<WaitingStatus>,
  set: WithoutStatus<WaitingRow>,
): Promise<WaitingRow | null> {
  const [row] = await ctx.db
    .update(waiting)
    .set({ ...set, status: step.to, updatedAt: ctx.clock.now() })
    .where(and(eq(waiting.id, id), inArray(waiting.status, [...step.from])))
    .returning();
  return row ?? null;
}

/** The ids of entries whose offer has run out, or whose slot has begun. */
export async function findDue(ctx: Context, now: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: waiting.id })
    .from(waiting)
    .where(dueAt(now))
    .orderBy(asc(waiting.startsAt), asc(waiting.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export const dueAt = (now: Date): SQL | undefined =>
  or(
    and(eq(waiting.status, "Offered"), lte(waiting.offerEndsAt, now)),
    and(isLive, lte(waiting.startsAt, now)),
  );

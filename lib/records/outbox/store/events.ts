import { and, asc, gte, inArray, lt, max, sql, type SQL, type SQLWrapper } from "drizzle-orm";

import { outboxDeliveries, outboxEvents } from "@/db/schema/outbox";
import { compiled, wholeRow } from "@/lib/core/compiled";
import { type Context, untilCommit } from "@/lib/core/context";
import { textOfList } from "@/lib/core/text-of-list";
import type { EventType } from "@/lib/words";

import type { Cursor, ToldEvent } from "../schema";

type NewRow = typeof outboxEvents.$inferInsert;

/** So few that the text of their statement is made once for each number of them. */
const fewEvents = 3;

/** Events and who hears them: an event that nobody hears costs no more than its own row. Nobody waits for a few. */
export async function insertEvents(
  ctx: Context,
  rows: readonly NewRow[],
  heard: readonly Heard[],
  nextAttemptAt: Date,
): Promise<void> {
  const told = {
    events: textOfList(heard.map(({ eventId }) => eventId)),
    subscribers: textOfList(heard.map(({ subscriber }) => subscriber)),
    nextAttemptAt,
  };
  const isHeard = heard.length > 0;
  if (rows.length <= fewEvents) {
    const values = { ...told, ...named(rows) };
    await untilCommit(ctx, insertFew(ctx, values, { events: rows.length, isHeard }));
    return;
  }
  const insert = ctx.db.insert(outboxEvents).values([...rows]);
  if (isHeard) await ctx.db.execute(withDeliveries(insert.returning(written), told));
  else await insert;
}

interface Heard {
  readonly eventId: string;
  readonly subscriber: string;
}

interface Told {
  /** The ids of events and, in the same order, the subscribers who hear them, as PostgreSQL writes arrays. */
  readonly events: string;
  readonly subscribers: string;
  readonly nextAttemptAt: Date;
}

/** What a value of one of several rows is called in their statement. */
const nameIn = (row: number, name: string) => `${name} ${row}`;

/** The values of the rows by those names. */
const named = (rows: readonly NewRow[]): Record<string, unknown> =>
  Object.fromEntries(
    rows.flatMap((row, at) =>
      Object.entries(row).map(([name, value]) => [nameIn(at, name), value] as const),
    ),
  );

interface Few {
  readonly events: number;
  readonly isHeard: boolean;
}

const insertFew = compiled<Told & Record<string, unknown>, unknown, Few>(
  ({ db }, value, { events, isHeard }) => {
    const rows = Array.from({ length: events }, (_, at) =>
      wholeRow(outboxEvents, (name) => value(nameIn(at, name)), "position"),
    );
    const insert = db.insert(outboxEvents).values(rows);
    if (!isHeard) return insert;
    return db.execute(
      withDeliveries(insert.returning(written), {
        events: value("events"),
        subscribers: value("subscribers"),
        nextAttemptAt: value("nextAttemptAt"),
      }),
    );
  },
);

const written = {
  id: outboxEvents.id,
  position: outboxEvents.position,
  subject: outboxEvents.subject,
};

/** Each of those who hear it has it delivered from then on. */
function withDeliveries(insert: SQLWrapper, { events, subscribers, nextAttemptAt }: Told): SQL {
  const at = nextAttemptAt instanceof Date ? nextAttemptAt.toISOString() : nextAttemptAt;
  return sql`
    with written as ${insert}, heard as (
      select * from unnest(${events}::uuid[], ${subscribers}::text[]) as pair (event_id, subscriber)
    )
    insert into outbox_deliveries (event_id, subscriber, position, subject, next_attempt_at)
    select written.id, heard.subscriber, written.position, written.subject, ${at}::timestamptz
    from written join heard on heard.event_id = written.id`;
}

/** Events with this id or a later one, in the order of their ids, at most so many. */
export async function findEventsFrom(ctx: Context, id: string, most: number): Promise<ToldEvent[]> {
  return (await findEvents(ctx, gte(outboxEvents.id, id), outboxEvents.id, most)).map(told);
}

/** Events beyond the cursor and in its gaps, in the order of writing, at most so many, each with its position. */
export async function findEventsBeyond(
  ctx: Context,
  { position, gaps }: Cursor,
  most: number,
): Promise<{ event: ToldEvent; position: number }[]> {
  const lowest = Math.min(position + 1, ...gaps.map(({ from }) => from));
  const ranges = [...gaps.map(({ from, to }) => `[${from},${to}]`), `[${position + 1},)`];
  const unseen = sql`${outboxEvents.position} <@ ${textOfList(ranges)}::int8multirange`;
  // The first condition says the second one to the index.
  const where = and(gte(outboxEvents.position, lowest), unseen);
  const rows = await findEvents(ctx, where, outboxEvents.position, most);
  return rows.map((row) => ({ event: told(row), position: row.position }));
}

/** The positions that are taken among so many up to the last one, in ascending order. */
export async function findLastPositions(ctx: Context, reach: number): Promise<number[]> {
  const last = ctx.db.select({ last: max(outboxEvents.position) }).from(outboxEvents);
  const rows = await ctx.db
    .select({ position: outboxEvents.position })
    .from(outboxEvents)
    .where(sql`${outboxEvents.position} > (${last}) - ${reach}::int`)
    .orderBy(asc(outboxEvents.position));
  return rows.map(({ position }) => position);
}

function findEvents(
  ctx: Context,
  where: SQL | undefined,
  order: typeof outboxEvents.id | typeof outboxEvents.position,
  most: number,
) {
  return ctx.db
    .select({
      id: outboxEvents.id,
      position: outboxEvents.position,
      at: outboxEvents.at,
      type: outboxEvents.type,
      payload: outboxEvents.payload,
      businessId: outboxEvents.businessId,
      stationId: outboxEvents.stationId,
    })
    .from(outboxEvents)
    .where(where)
    .orderBy(asc(order))
    .limit(most);
}

function told({ position: _, ...row }: Awaited<ReturnType<typeof findEvents>>[number]): ToldEvent {
  return { ...row, type: row.type as EventType };
}

/** What the events with these ids are called: their types. */
export async function findNames(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: outboxEvents.id, name: outboxEvents.type })
    .from(outboxEvents)
    .where(inArray(outboxEvents.id, [...ids]));
}

/** Removes events from before the instant that wait for no subscriber and are parked for none; returns how many. */
export async function deleteDelivered(ctx: Context, before: Date): Promise<number> {
  const open = ctx.db
    .select({ one: sql`1` })
    .from(outboxDeliveries)
    .where(
      sql`${outboxDeliveries.eventId} = ${outboxEvents.id} and ${outboxDeliveries.deliveredAt} is null`,
    );
  const removed = await ctx.db
    .delete(outboxEvents)
    .where(and(lt(outboxEvents.at, before), sql`not exists ${open}`));
  return removed.count;
}

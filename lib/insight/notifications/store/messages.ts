import { and, asc, eq, gt, inArray, lt, lte, notExists, or, sql, type SQL } from "drizzle-orm";

import { alias } from "drizzle-orm/pg-core";

import { messages } from "@/db/schema/notifications";
import { mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import { insertMany } from "@/lib/core/insert-many";
import type { Counts } from "@/lib/core/job";

import { leaseMs, mostInDigest } from "../rules";
import type { MessageChannel } from "../schema";

export type MessageRow = typeof messages.$inferSelect;
export type NewMessage = typeof messages.$inferInsert;

/** Stores a message unless the event has made one for this channel and recipient already. */
export async function insertMessage(
  ctx: Context,
  row: typeof messages.$inferInsert,
): Promise<void> {
  await insertMessages(ctx, [row]);
}

/** Stores messages, but those whose event has made one for the channel and recipient already. */
export async function insertMessages(
  ctx: Context,
  rows: readonly (typeof messages.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.map((row) => ({ inDigest: false, ...row }));
  await insertMany(ctx, messages, all, sql`on conflict do nothing`);
}

/** Which message is to be claimed, and until when. */
interface Claiming {
  readonly now: Date;
  readonly until: Date;
  readonly channel: MessageChannel;
  /** Of this event alone. */
  readonly eventId?: string | undefined;
}

/**
 * Claims the channel's next message that is due at `now` until the lease ends, and counts the try; with one of a digest
 * all that wait for the same recipient's: of those only the first is taken by itself, so that no two workers share a
 * digest. Of what rings only one of a person's is on its way: addresses that do not answer keep nobody else waiting. In
 * the caller's transaction. None where none is due.
 */
export async function claimMessages(
  ctx: Context,
  { now, until: leaseEndsAt, channel, eventId }: Claiming,
): Promise<MessageRow[]> {
  const due = ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.status, "Pending"),
        lte(messages.nextAttemptAt, now),
        eq(messages.channel, channel),
        eventId === undefined ? undefined : eq(messages.eventId, eventId),
        ringing.includes(channel) ? notExists(onTheWay(ctx, now)) : undefined,
        or(eq(messages.inDigest, false), isFirstInDigest(ctx, now)),
      ),
    )
    .orderBy(asc(messages.nextAttemptAt), asc(messages.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const claim = (which: SQL | undefined) =>
    ctx.db
      .update(messages)
      .set({ attempts: sql`${messages.attempts} + 1`, nextAttemptAt: leaseEndsAt, triedAt: now })
      .where(which)
      .returning();
  const [first] = await claim(eq(messages.id, sql`(${due})`));
  if (!first?.inDigest) return first ? [first] : [];
  const others = ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.recipient, first.recipient),
        eq(messages.inDigest, true),
        eq(messages.status, "Pending"),
        // Those that another worker has on their way are leased beyond now.
        lte(messages.nextAttemptAt, now),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(mostInDigest)
    .for("update", { skipLocked: true });
  const rest = await claim(inArray(messages.id, others));
  return [first, ...rest].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

const ringing: readonly MessageChannel[] = ["WebPush", "AppPush"];

/** What rings of the same person's and another worker, or lane, has on its way. */
function onTheWay(ctx: Context, now: Date) {
  const other = alias(messages, "other");
  return ctx.db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.userId, messages.userId),
        eq(other.channel, messages.channel),
        eq(other.status, "Pending"),
        gt(other.nextAttemptAt, now),
        // Leased, and not waiting for another try.
        eq(other.nextAttemptAt, sql`${other.triedAt} + make_interval(secs => ${leaseMs / 1_000})`),
      ),
    );
}

/** Whether no earlier message of the same recipient's digest is due. */
function isFirstInDigest(ctx: Context, now: Date): SQL {
  const earlier = alias(messages, "earlier");
  return notExists(
    ctx.db
      .select({ id: earlier.id })
      .from(earlier)
      .where(
        and(
          eq(earlier.recipient, messages.recipient),
          eq(earlier.inDigest, true),
          eq(earlier.status, "Pending"),
          lte(earlier.nextAttemptAt, now),
          lt(earlier.id, messages.id),
        ),
      ),
  );
}

/** Stores how a try went, of those that are still Pending. */
export async function storeOutcome(
  ctx: Context,
  ids: readonly string[],
  outcome: Partial<Omit<MessageRow, "id" | "eventId">>,
): Promise<void> {
  await ctx.db
    .update(messages)
    .set(outcome)
    .where(and(inArray(messages.id, [...ids]), eq(messages.status, "Pending")));
}

/** A message that was given up, locked; null for one that is not there. */
export async function lockMessage(ctx: Context, id: string): Promise<MessageRow | null> {
  const [row] = await ctx.db.select().from(messages).where(eq(messages.id, id)).for("update");
  return row ?? null;
}

/** So many messages that were given up, locked, in the order of their ids and beyond `after`. */
export async function lockParked(
  ctx: Context,
  after: string | undefined,
  limit: number,
): Promise<Pick<MessageRow, "id" | "channel">[]> {
  return ctx.db
    .select({ id: messages.id, channel: messages.channel })
    .from(messages)
    .where(
      and(eq(messages.status, "Parked"), after === undefined ? undefined : gt(messages.id, after)),
    )
    .orderBy(asc(messages.id))
    .limit(limit)
    .for("update");
}

/** Lets messages be tried once more, at once; what fails is given up again. */
export async function reopenMessages(
  ctx: Context,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ status: "Pending", nextAttemptAt: now, attempts: sql`${messages.attempts} - 1` })
    .where(inArray(messages.id, [...ids]));
}

/** What messages are called, by their ids: what they tell. */
export async function findKinds(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: messages.id, name: messages.kind })
    .from(messages)
    .where(inArray(messages.id, [...ids]));
}

/** The values of a message that people gave. */
const named = ["name", "businessName", "reason", "subject", "body"];

/** Removes the messages to the person, whatever they tell, and to others that name them. */
export async function deleteMessagesOf(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const gone = await ctx.db.delete(messages).where(
    or(
      eq(messages.userId, userId),
      mentions(messages.recipient, texts),
      // Not links, addresses and instants, which are ours and may hold a short text by chance.
      ...named.map((name) => mentions(sql`${messages.values} ->> ${name}`, texts)),
      mentions(messages.lastError, texts),
    ),
  );
  return { messages: gone.count };
}

import { and, asc, count, desc, eq, lte, or, sql } from "drizzle-orm";

import { messages } from "@/db/schema/notifications";
import { mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ListMessages } from "../schema";

export type MessageRow = typeof messages.$inferSelect;

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
  await ctx.db
    .insert(messages)
    .values([...rows])
    .onConflictDoNothing();
}

/** Claims the next message that is due at `now` until `leaseEndsAt`, and counts the try; null when none is due. */
export async function claimMessage(
  ctx: Context,
  now: Date,
  leaseEndsAt: Date,
): Promise<MessageRow | null> {
  const due = ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.status, "Pending"), lte(messages.nextAttemptAt, now)))
    .orderBy(asc(messages.nextAttemptAt), asc(messages.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await ctx.db
    .update(messages)
    .set({ attempts: sql`${messages.attempts} + 1`, nextAttemptAt: leaseEndsAt, triedAt: now })
    .where(eq(messages.id, sql`(${due})`))
    .returning();
  return row ?? null;
}

/** Stores how a try went, if the message is still Pending. */
export async function storeOutcome(
  ctx: Context,
  id: string,
  outcome: Partial<Omit<MessageRow, "id" | "eventId">>,
): Promise<void> {
  await ctx.db
    .update(messages)
    .set(outcome)
    .where(and(eq(messages.id, id), eq(messages.status, "Pending")));
}

export async function findMessages(
  ctx: Context,
  query: ListMessages & PageQuery,
): Promise<Page<MessageRow>> {
  const where = and(
    query.recipient ? eq(messages.recipient, query.recipient) : undefined,
    query.status && eq(messages.status, query.status),
    query.channel && eq(messages.channel, query.channel),
  );
  const [total] = await ctx.db.select({ count: count() }).from(messages).where(where);
  // Ids are in the order of writing.
  const order = query.sort === "createdAt" ? asc : desc;
  const items = await ctx.db
    .select()
    .from(messages)
    .where(where)
    .orderBy(order(messages.id))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

/** The values of a message that people gave. */
const named = ["name", "businessName", "reason", "subject", "body"];

/** Removes the messages to the person, whatever they tell, and to others that name them. */
export async function deleteMessagesOf(ctx: Context, { texts }: Erased): Promise<Counts> {
  const gone = await ctx.db.delete(messages).where(
    or(
      mentions(messages.recipient, texts),
      // Not links, addresses and instants, which are ours and may hold a short text by chance.
      ...named.map((name) => mentions(sql`${messages.values} ->> ${name}`, texts)),
      mentions(messages.lastError, texts),
    ),
  );
  return { messages: gone.count };
}

import { and, asc, eq, gt, or, sql } from "drizzle-orm";

import { messages } from "@/db/schema/notifications";
import { isAmong, mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import { insertMany } from "@/lib/core/insert-many";
import type { Counts } from "@/lib/core/job";

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

/** What a try comes to. */
export type TryOutcome = Partial<Omit<MessageRow, "id" | "eventId">>;

/** Stores how a try went, of those that are still Pending. */
export async function storeOutcome(
  ctx: Context,
  ids: readonly string[],
  outcome: TryOutcome,
): Promise<void> {
  await ctx.db
    .update(messages)
    .set(outcome)
    .where(and(isAmong(messages.id, ids), eq(messages.status, "Pending")));
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
    .where(isAmong(messages.id, ids));
}

/** What messages are called, by their ids: what they tell. */
export async function findKinds(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: messages.id, name: messages.kind })
    .from(messages)
    .where(isAmong(messages.id, ids));
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

import { eq, inArray } from "drizzle-orm";

import { notificationChannels } from "@/db/schema/inbox";
import type { Context } from "@/lib/core/context";

export type ChannelsRow = typeof notificationChannels.$inferSelect;

/** What these people chose; who never did is not among them. */
export async function findChannels(
  ctx: Context,
  userIds: readonly string[],
): Promise<ChannelsRow[]> {
  if (userIds.length === 0) return [];
  return ctx.db
    .select()
    .from(notificationChannels)
    .where(inArray(notificationChannels.userId, [...userIds]));
}

/** Makes a person's row where there is none yet, and locks it. */
export async function lockChannels(
  ctx: Context,
  userId: string,
  unsubscribeKey: string,
): Promise<ChannelsRow> {
  await insertChannels(ctx, [{ userId, unsubscribeKey }]);
  const [row] = await ctx.db
    .select()
    .from(notificationChannels)
    .where(eq(notificationChannels.userId, userId))
    .for("update");
  if (!row) throw new Error("The channels are gone while they are held.");
  return row;
}

/** Makes rows for those who have none. */
export async function insertChannels(
  ctx: Context,
  rows: readonly Pick<ChannelsRow, "userId" | "unsubscribeKey">[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db
    .insert(notificationChannels)
    .values([...rows])
    .onConflictDoNothing();
}

export async function updateChannels(
  ctx: Context,
  userId: string,
  set: Partial<Omit<ChannelsRow, "userId">>,
): Promise<void> {
  await ctx.db.update(notificationChannels).set(set).where(eq(notificationChannels.userId, userId));
}

/** Whether the key is somebody's. */
export async function isSomebodysKey(ctx: Context, key: string): Promise<boolean> {
  return (
    (await ctx.db.$count(notificationChannels, eq(notificationChannels.unsubscribeKey, key))) > 0
  );
}

/** Whose key this is, locked; null for nobody's. */
export async function lockByKey(ctx: Context, key: string): Promise<ChannelsRow | null> {
  const [row] = await ctx.db
    .select()
    .from(notificationChannels)
    .where(eq(notificationChannels.unsubscribeKey, key))
    .for("update");
  return row ?? null;
}

export async function deleteChannels(ctx: Context, userId: string): Promise<number> {
  const { count } = await ctx.db
    .delete(notificationChannels)
    .where(eq(notificationChannels.userId, userId));
  return count;
}

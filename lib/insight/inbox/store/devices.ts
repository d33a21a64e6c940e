import { and, desc, eq, inArray, lt, ne, notInArray, or, sql } from "drizzle-orm";

import { devices, pushSubscriptions } from "@/db/schema/inbox";
import type { Context } from "@/lib/core/context";

export type DeviceRow = typeof devices.$inferSelect;
export type SubscriptionRow = typeof pushSubscriptions.$inferSelect;

/** Keeps the browser's subscription for this person, whoever had it before. */
export async function storeSubscription(
  ctx: Context,
  row: typeof pushSubscriptions.$inferInsert,
): Promise<SubscriptionRow> {
  const { userId, p256dh, auth, createdAt } = row;
  const [kept] = await ctx.db
    .insert(pushSubscriptions)
    .values(row)
    .onConflictDoUpdate({
      target: pushSubscriptions.endpoint,
      set: { userId, p256dh, auth, createdAt },
    })
    .returning();
  if (!kept) throw new Error("The subscription was not kept.");
  return kept;
}

/** The subscriptions of these people, or of one person, newest first. */
export async function findSubscriptions(
  ctx: Context,
  userIds: readonly string[],
): Promise<SubscriptionRow[]> {
  if (userIds.length === 0) return [];
  return ctx.db
    .select()
    .from(pushSubscriptions)
    .where(inArray(pushSubscriptions.userId, [...userIds]))
    .orderBy(desc(pushSubscriptions.id));
}

export async function findSubscription(ctx: Context, id: string): Promise<SubscriptionRow | null> {
  const [row] = await ctx.db.select().from(pushSubscriptions).where(eq(pushSubscriptions.id, id));
  return row ?? null;
}

/** Keeps the newest of a person's, at most so many. */
export async function trimSubscriptions(ctx: Context, userId: string, most: number): Promise<void> {
  const kept = ctx.db
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId))
    .orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))
    .limit(most);
  await ctx.db
    .delete(pushSubscriptions)
    .where(and(eq(pushSubscriptions.userId, userId), notInArray(pushSubscriptions.id, kept)));
}

/** Forgets the person's subscription of this address; whether there was one. */
export async function deleteSubscriptionTo(
  ctx: Context,
  userId: string,
  endpoint: string,
): Promise<boolean> {
  const { count } = await ctx.db
    .delete(pushSubscriptions)
    .where(and(eq(pushSubscriptions.userId, userId), eq(pushSubscriptions.endpoint, endpoint)));
  return count > 0;
}

/** Forgets a subscription. */
export async function deleteSubscription(ctx: Context, id: string): Promise<void> {
  await ctx.db.delete(pushSubscriptions).where(eq(pushSubscriptions.id, id));
}

/** Keeps the device for this person: the token leaves whoever had it, and the installation its former token. */
export async function storeDevice(
  ctx: Context,
  row: typeof devices.$inferInsert,
): Promise<DeviceRow> {
  // One at a time may take a token: two would each find it free.
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`device-token:${row.tokenHash}`}, 0))`,
  );
  await ctx.db
    .delete(devices)
    .where(
      and(
        eq(devices.tokenHash, row.tokenHash),
        or(ne(devices.userId, row.userId), ne(devices.deviceId, row.deviceId)),
      ),
    );
  const { id: _id, userId: _userId, deviceId: _deviceId, createdAt: _createdAt, ...set } = row;
  const [kept] = await ctx.db
    .insert(devices)
    .values(row)
    .onConflictDoUpdate({ target: [devices.userId, devices.deviceId], set })
    .returning();
  if (!kept) throw new Error("The device was not kept.");
  return kept;
}

/** Keeps those of a person's that were seen last, at most so many. */
export async function trimDevices(ctx: Context, userId: string, most: number): Promise<void> {
  const kept = ctx.db
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.userId, userId))
    .orderBy(desc(devices.seenAt), desc(devices.id))
    .limit(most);
  await ctx.db.delete(devices).where(and(eq(devices.userId, userId), notInArray(devices.id, kept)));
}

/** The devices of these people, those seen last first. */
export async function findDevices(ctx: Context, userIds: readonly string[]): Promise<DeviceRow[]> {
  if (userIds.length === 0) return [];
  return ctx.db
    .select()
    .from(devices)
    .where(inArray(devices.userId, [...userIds]))
    .orderBy(desc(devices.seenAt), desc(devices.id));
}

export async function findDevice(ctx: Context, id: string): Promise<DeviceRow | null> {
  const [row] = await ctx.db.select().from(devices).where(eq(devices.id, id));
  return row ?? null;
}

/** The browsers' subscriptions, or the devices, of these ids, whoever's they are. */
export async function findSubscriptionsById(
  ctx: Context,
  ids: readonly string[],
): Promise<SubscriptionRow[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(pushSubscriptions)
    .where(inArray(pushSubscriptions.id, [...ids]));
}

export async function findDevicesById(ctx: Context, ids: readonly string[]): Promise<DeviceRow[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(devices)
    .where(inArray(devices.id, [...ids]));
}

/** Forgets a device, where `userId` is given that person's alone; whether it was there. */
export async function deleteDevice(ctx: Context, id: string, userId?: string): Promise<boolean> {
  const { count } = await ctx.db
    .delete(devices)
    .where(and(eq(devices.id, id), userId ? eq(devices.userId, userId) : undefined));
  return count > 0;
}

/** Forgets the devices that nobody saw since; answers how many. */
export async function deleteUnseen(ctx: Context, before: Date): Promise<number> {
  const { count } = await ctx.db.delete(devices).where(lt(devices.seenAt, before));
  return count;
}

/** Forgets everything that rings for the person; answers how many. */
export async function deleteRinging(ctx: Context, userId: string): Promise<number> {
  const gone = await ctx.db.delete(devices).where(eq(devices.userId, userId));
  const subscriptions = await ctx.db
    .delete(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId));
  return gone.count + subscriptions.count;
}

import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { mentions } from "@/db/schema/columns";
import { notifications } from "@/db/schema/inbox";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import { insertMany } from "@/lib/core/insert-many";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ListNotifications } from "../schema";

export type NotificationRow = typeof notifications.$inferSelect;
export type NewNotification = typeof notifications.$inferInsert;

/** Stores notifications, but those whose event told the person already; answers the new ones. */
export async function insertNotifications(
  ctx: Context,
  rows: readonly NewNotification[],
): Promise<Pick<NotificationRow, "id" | "userId" | "eventId">[]> {
  if (rows.length === 0) return [];
  const added = await insertMany(
    ctx,
    notifications,
    rows,
    sql`on conflict do nothing returning id, user_id, event_id`,
  );
  return added.map(({ id, user_id, event_id }) => ({
    id: String(id),
    userId: String(user_id),
    eventId: String(event_id),
  }));
}

/** Tells everybody who may sign in, in one statement; answers how many. */
export async function insertForEverybody(
  ctx: Context,
  row: Pick<NewNotification, "eventId" | "kind" | "type" | "values" | "createdAt">,
): Promise<number> {
  const { eventId, kind, type, values, createdAt } = row;
  const told = await ctx.db.execute(sql`
    insert into notifications (id, user_id, event_id, kind, type, "values", created_at)
    select uuidv7(), ${users.id}, ${eventId}, ${kind}, ${type}, ${JSON.stringify(values)}::jsonb,
           ${createdAt.toISOString()}::timestamptz
    from ${users}
    where ${users.status} = 'Active' or (${users.status} = 'Deactivated' and ${users.role} = 'EvOwner')
    on conflict do nothing`);
  return told.count;
}

/** What alerts are called, by their ids: their titles, while anybody keeps them. */
export async function findTitles(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectDistinctOn([notifications.eventId], {
      id: notifications.eventId,
      name: sql<string>`coalesce(${notifications.values} ->> 'title', '')`,
    })
    .from(notifications)
    .where(inArray(notifications.eventId, [...ids]));
}

/** Of these ids, those that are users'. */
export async function findUserIds(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return rows.map(({ id }) => id);
}

const ofUser = (userId: string, query: ListNotifications = {}) =>
  and(
    eq(notifications.userId, userId),
    query.status === "read" ? isNotNull(notifications.readAt) : undefined,
    query.status === "unread" ? isNull(notifications.readAt) : undefined,
    query.type && eq(notifications.type, query.type),
  );

export async function findNotifications(
  ctx: Context,
  userId: string,
  query: ListNotifications & PageQuery,
): Promise<Page<NotificationRow>> {
  const where = ofUser(userId, query);
  const [total] = await ctx.db.select({ count: count() }).from(notifications).where(where);
  // Ids are in the order of writing.
  const order = query.sort === "createdAt" ? asc : desc;
  const items = await ctx.db
    .select()
    .from(notifications)
    .where(where)
    .orderBy(order(notifications.id))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

/** All that a person was told and has not removed, the newest first. */
export async function findAllNotifications(
  ctx: Context,
  userId: string,
): Promise<NotificationRow[]> {
  return ctx.db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .orderBy(desc(notifications.id));
}

export async function countUnread(ctx: Context, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(notifications)
    .where(ofUser(userId, { status: "unread" }));
  return row?.count ?? 0;
}

export async function findNotification(
  ctx: Context,
  userId: string,
  id: string,
): Promise<NotificationRow | null> {
  const [row] = await ctx.db
    .select()
    .from(notifications)
    .where(and(ofUser(userId), eq(notifications.id, id)));
  return row ?? null;
}

/** What an event put into the person's inbox; null where it is gone, or never came. */
export async function findNotificationOf(
  ctx: Context,
  userId: string,
  eventId: string,
): Promise<NotificationRow | null> {
  const [row] = await ctx.db
    .select()
    .from(notifications)
    .where(and(ofUser(userId), eq(notifications.eventId, eventId)));
  return row ?? null;
}

/** Marks the person's unread notifications read, all or the one; answers how many were unread. */
export async function updateRead(ctx: Context, userId: string, id?: string): Promise<number> {
  const { count } = await ctx.db
    .update(notifications)
    .set({ readAt: ctx.clock.now() })
    .where(and(ofUser(userId, { status: "unread" }), id ? eq(notifications.id, id) : undefined));
  return count;
}

/** Deletes the person's notifications, all or the one; answers how many. */
export async function deleteNotifications(
  ctx: Context,
  userId: string,
  id?: string,
): Promise<number> {
  const { count } = await ctx.db
    .delete(notifications)
    .where(and(ofUser(userId), id ? eq(notifications.id, id) : undefined));
  return count;
}

/** Deletes what was read and came before the one instant, and all that came before the other; answers how many. */
export async function deleteOld(ctx: Context, read: Date, unread: Date): Promise<number> {
  const { count } = await ctx.db
    .delete(notifications)
    .where(
      and(
        lt(notifications.createdAt, read),
        or(isNotNull(notifications.readAt), lt(notifications.createdAt, unread)),
      ),
    );
  return count;
}

/** Removes what the person was told, and what names them to others. */
export async function deleteNotificationsOf(
  ctx: Context,
  { userId, texts }: Erased,
): Promise<number> {
  const { count } = await ctx.db
    .delete(notifications)
    .where(or(eq(notifications.userId, userId), mentions(notifications.values, texts)));
  return count;
}

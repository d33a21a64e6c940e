import { and, inArray, isNull, or } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { isAmong } from "@/db/schema/columns";
import { notifications } from "@/db/schema/inbox";
import type { Context } from "@/lib/core/context";

import type { InboxKind } from "../schema";
import type { NotificationRow } from "./notifications";

/** Of which bookings and kinds something is looked for, among whose inboxes. */
export interface Asked {
  readonly bookingIds: readonly string[];
  readonly kinds: readonly InboxKind[];
  readonly ownerIds: readonly string[];
  /** Of everybody who works there, or did. */
  readonly businessIds: readonly string[];
}

/** What is unread of the bookings; found by whose it may be, since by them it has an index. */
export async function findUnreadOf(
  ctx: Context,
  { bookingIds, kinds, ownerIds, businessIds }: Asked,
): Promise<NotificationRow[]> {
  const people = ctx.db
    .select({ id: users.id })
    .from(users)
    .where(or(isAmong(users.id, ownerIds), isAmong(users.businessId, businessIds)));
  return ctx.db
    .select()
    .from(notifications)
    .where(
      and(
        inArray(notifications.userId, people),
        isNull(notifications.readAt),
        isAmong(notifications.bookingId, bookingIds),
        inArray(notifications.kind, [...kinds]),
      ),
    );
}

/** Marks these read, whoever's they are; answers whose were unread until then. */
export async function updateReadOf(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .update(notifications)
    .set({ readAt: ctx.clock.now() })
    .where(and(isAmong(notifications.id, ids), isNull(notifications.readAt)))
    .returning({ userId: notifications.userId });
  return [...new Set(rows.map(({ userId }) => userId))];
}

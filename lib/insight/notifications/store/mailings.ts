import { and, asc, count, eq, gt, isNull, lte } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import { mailings, messages } from "@/db/schema/notifications";
import type { Context } from "@/lib/core/context";

type MailingRow = typeof mailings.$inferSelect;

/** Begins a mailing, unless the event has begun it already. */
export async function insertMailing(
  ctx: Context,
  row: typeof mailings.$inferInsert,
): Promise<void> {
  await ctx.db.insert(mailings).values(row).onConflictDoNothing();
}

/** The mailing that was begun first and is not done, if nobody else holds it. */
export async function claimMailing(ctx: Context): Promise<MailingRow | null> {
  const [row] = await ctx.db
    .select()
    .from(mailings)
    .where(isNull(mailings.doneAt))
    .orderBy(asc(mailings.createdAt), asc(mailings.eventId))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

/** How many of the event's messages wait to be sent. */
export async function countWaiting(ctx: Context, eventId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(messages)
    .where(and(eq(messages.status, "Pending"), eq(messages.eventId, eventId)));
  return row?.count ?? 0;
}

/** The next active users of a mailing, in the order of their ids, with the zone of their business. */
export async function findReaders(
  ctx: Context,
  { lastUserId, createdAt }: MailingRow,
  limit: number,
) {
  return ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      timeZone: businesses.timeZone,
    })
    .from(users)
    .leftJoin(businesses, eq(businesses.id, users.businessId))
    .where(
      and(
        eq(users.status, "Active"),
        lte(users.createdAt, createdAt),
        lastUserId === null ? undefined : gt(users.id, lastUserId),
      ),
    )
    .orderBy(asc(users.id))
    .limit(limit);
}

/** Writes down how far a mailing has come. */
export async function moveMailing(
  ctx: Context,
  eventId: string,
  progress: Pick<MailingRow, "lastUserId" | "doneAt">,
): Promise<void> {
  await ctx.db.update(mailings).set(progress).where(eq(mailings.eventId, eventId));
}

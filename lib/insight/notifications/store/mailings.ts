import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
} from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import { mailings, messages } from "@/db/schema/notifications";
import type { Context } from "@/lib/core/context";

import { lastTried, mostTries } from "../rules";
import type { MessageStatus } from "../schema";

export type MailingRow = typeof mailings.$inferSelect;

/** Begins a mailing, unless the event has begun it already. */
export async function insertMailing(
  ctx: Context,
  row: typeof mailings.$inferInsert,
): Promise<void> {
  await ctx.db.insert(mailings).values(row).onConflictDoNothing();
}

/** The mailings that are not done and nobody else holds, those that were begun first before others. */
export async function claimMailings(ctx: Context): Promise<MailingRow[]> {
  return ctx.db
    .select()
    .from(mailings)
    .where(isNull(mailings.doneAt))
    .orderBy(asc(mailings.createdAt), asc(mailings.eventId))
    .for("update", { skipLocked: true });
}

/** How many of the event's messages wait to be sent, and how many were given up that may be tried again. */
export async function countOpen(
  ctx: Context,
  eventId: string,
): Promise<{ waiting: number; parked: number }> {
  const countOf = (status: MessageStatus) =>
    ctx.db
      .select({ count: count() })
      .from(messages)
      .where(
        and(
          eq(messages.eventId, eventId),
          eq(messages.status, status),
          status === "Parked" ? lt(messages.attempts, mostTries) : undefined,
        ),
      );
  const [waiting] = await countOf("Pending");
  const [parked] = await countOf("Parked");
  return { waiting: waiting?.count ?? 0, parked: parked?.count ?? 0 };
}

/** Whether none of the emails that were tried last, whatever they tell, went out; mailings know no other way. */
export async function isWayShut(ctx: Context): Promise<boolean> {
  const rows = await ctx.db
    .select({ status: messages.status })
    .from(messages)
    .where(
      and(
        eq(messages.channel, "Email"),
        isNotNull(messages.triedAt),
        // One that is being tried for the first time has not failed.
        or(inArray(messages.status, ["Sent", "Kept"]), isNotNull(messages.lastError)),
      ),
    )
    .orderBy(desc(messages.triedAt))
    .limit(lastTried);
  return rows.length > 0 && rows.every(({ status }) => status === "Pending" || status === "Parked");
}

/** Of the event's messages that were given up before `triedBefore`, lets so many be tried once more; answers how many. */
export async function reviveParked(
  ctx: Context,
  eventId: string,
  { triedBefore, limit, isCounted }: { triedBefore: Date; limit: number; isCounted: boolean },
): Promise<number> {
  const rested = ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, eventId),
        eq(messages.status, "Parked"),
        lt(messages.attempts, mostTries),
        or(isNull(messages.triedAt), lte(messages.triedAt, triedBefore)),
      ),
    )
    .orderBy(asc(messages.triedAt), asc(messages.id))
    .limit(limit);
  const revived = await ctx.db
    .update(messages)
    .set({
      status: "Pending",
      nextAttemptAt: ctx.clock.real(),
      attempts: sql`${messages.attempts} - ${isCounted ? 0 : 1}::int`,
    })
    .where(inArray(messages.id, rested));
  return revived.count;
}

/**
 * The next readers of a mailing, in the order of their ids, with the zone of their business: whoever may sign in, and
 * so a deactivated owner, who may read and whose data is kept (product.md, User status).
 */
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
      hourCycle: users.hourCycle,
      timeZone: businesses.timeZone,
    })
    .from(users)
    .leftJoin(businesses, eq(businesses.id, users.businessId))
    .where(
      and(
        or(
          eq(users.status, "Active"),
          and(eq(users.status, "Deactivated"), eq(users.role, "EvOwner")),
        ),
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
  progress: Partial<Pick<MailingRow, "lastUserId" | "doneAt">>,
): Promise<void> {
  await ctx.db.update(mailings).set(progress).where(eq(mailings.eventId, eventId));
}

import { and, asc, count, desc, eq, inArray, or, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { messages } from "@/db/schema/notifications";
import type { Context } from "@/lib/core/context";
import { holdingPlain } from "@/lib/core/found-by";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ListMessages } from "../schema";
import type { MessageRow } from "./messages";

/** The messages that the filters leave, newest first unless asked otherwise, and how many there are. */
export async function findMessages(
  ctx: Context,
  query: ListMessages & PageQuery,
): Promise<Page<MessageRow>> {
  const where = and(
    query.recipient ? isTo(ctx, query.recipient) : undefined,
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

/** Whether it is to the whole address or number, or to the account that somebody knows by a part of its name. */
function isTo(ctx: Context, typed: string): SQL | undefined {
  const named = (column: typeof users.id | typeof users.email) =>
    ctx.db.select({ value: column }).from(users).where(holdingPlain(users.name, typed));
  return or(
    eq(messages.recipient, typed),
    inArray(messages.userId, named(users.id)),
    // Letters of an account from before know it by its address alone.
    inArray(messages.recipient, named(users.email)),
  );
}

/** What was written to a person, the latest first, without its words. */
export async function findMessagesOf(ctx: Context, userId: string) {
  const { kind, channel, recipient, locale: language, status, createdAt, sentAt } = messages;
  return ctx.db
    .select({ kind, channel, recipient, language, status, createdAt, sentAt })
    .from(messages)
    .where(eq(messages.userId, userId))
    .orderBy(desc(messages.id))
    .limit(mostOwn);
}

/** Of one person at most; more than anybody is told in years. */
const mostOwn = 10_000;

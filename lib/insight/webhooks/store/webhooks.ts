import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";

import { webhooks } from "@/db/schema/webhooks";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";

import type { ListWebhooks } from "../schema";

export type WebhookRow = typeof webhooks.$inferSelect;

export async function findWebhook(ctx: Context, id: string): Promise<WebhookRow | null> {
  const [row] = await ctx.db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** The webhook, held until the transaction ends; null where it is gone. */
export async function lockWebhookRow(ctx: Context, id: string): Promise<WebhookRow | null> {
  const [row] = await ctx.db.select().from(webhooks).where(eq(webhooks.id, id)).for("update");
  return row ?? null;
}

/** Webhooks of the scope's business, or of all; the newest first unless asked otherwise. */
export async function findWebhooks(
  ctx: Context,
  scope: Scope,
  { businessId, sort, ...paging }: ListWebhooks & PageQuery,
): Promise<Page<WebhookRow>> {
  const where = and(
    scope.reach === "any" ? undefined : eq(webhooks.businessId, businessOf(scope)),
    businessId === undefined ? undefined : eq(webhooks.businessId, businessId),
  );
  const [total] = await ctx.db.select({ count: count() }).from(webhooks).where(where);
  const order = sort === "createdAt" ? asc : desc;
  const items = await ctx.db
    .select()
    .from(webhooks)
    .where(where)
    .orderBy(order(webhooks.createdAt), order(webhooks.id))
    .limit(paging.limit)
    .offset(pageOffset(paging));
  return { items, total: total?.count ?? 0 };
}

const businessOf = (scope: Scope) => {
  if (scope.reach !== "business") throw new Error(`Webhooks are a business's, not ${scope.reach}.`);
  return scope.businessId;
};

/** How many the business has, held so that nobody adds one at the same time. In a transaction. */
export async function countWebhooks(ctx: Context, businessId: string): Promise<number> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks/${businessId}`}, 0))`,
  );
  const [row] = await ctx.db
    .select({ count: count() })
    .from(webhooks)
    .where(eq(webhooks.businessId, businessId));
  return row?.count ?? 0;
}

export async function insertWebhook(
  ctx: Context,
  row: typeof webhooks.$inferInsert,
): Promise<WebhookRow> {
  const [made] = await ctx.db.insert(webhooks).values(row).returning();
  if (!made) throw new Error("The webhook was not written.");
  return made;
}

export async function storeWebhook(
  ctx: Context,
  id: string,
  set: Partial<WebhookRow>,
): Promise<WebhookRow> {
  const [row] = await ctx.db.update(webhooks).set(set).where(eq(webhooks.id, id)).returning();
  if (!row) throw new Error(`Webhook ${id} is gone.`);
  return row;
}

export async function deleteWebhook(ctx: Context, id: string): Promise<void> {
  await ctx.db.delete(webhooks).where(eq(webhooks.id, id));
}

/** What the webhooks with these ids are called: the hosts that they lead to. */
export async function findNames(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db
    .select({ id: webhooks.id, url: webhooks.url })
    .from(webhooks)
    .where(inArray(webhooks.id, [...ids]));
  return rows.map(({ id, url }) => ({ id, name: new URL(url).host }));
}

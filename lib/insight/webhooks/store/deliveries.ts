import { and, asc, count, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";

import { webhookDeliveries, webhooks, webhookTries } from "@/db/schema/webhooks";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ListWebhookDeliveries, WebhookDeliveryState } from "../schema";

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;
export type TryRow = typeof webhookTries.$inferSelect;
/** A delivery with how its last try went. */
export type LoggedDelivery = DeliveryRow & Partial<Pick<TryRow, "outcome" | "statusCode">>;

/** The webhooks of the business that are on and have chosen the event. */
export async function findListeners(
  ctx: Context,
  businessId: string,
  type: string,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(
      and(
        eq(webhooks.businessId, businessId),
        eq(webhooks.isActive, true),
        sql`${type} = any(${webhooks.events})`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Writes deliveries; an event that a webhook has already is left as it is. */
export async function insertDeliveries(
  ctx: Context,
  rows: readonly Omit<typeof webhookDeliveries.$inferInsert, "id">[],
): Promise<DeliveryRow[]> {
  if (rows.length === 0) return [];
  return ctx.db
    .insert(webhookDeliveries)
    .values(rows.map((row) => ({ ...row, id: newId() })))
    .onConflictDoNothing()
    .returning();
}

const { webhookId, deliveredAt, failedAt } = webhookDeliveries;

function inState(state: WebhookDeliveryState | undefined) {
  if (state === "Delivered") return isNotNull(deliveredAt);
  if (state === "Failed") return isNotNull(failedAt);
  return state && and(isNull(deliveredAt), isNull(failedAt));
}

/** The webhook's deliveries, the newest first unless asked otherwise. */
export async function findDeliveries(
  ctx: Context,
  query: { readonly webhookId: string } & ListWebhookDeliveries & PageQuery,
): Promise<Page<LoggedDelivery>> {
  const where = and(
    eq(webhookId, query.webhookId),
    inState(query.state),
    query.type && eq(webhookDeliveries.type, query.type),
  );
  const [total] = await ctx.db.select({ count: count() }).from(webhookDeliveries).where(where);
  const order = query.sort === "createdAt" ? asc : desc;
  const rows = await ctx.db
    .select()
    .from(webhookDeliveries)
    .leftJoin(
      webhookTries,
      and(
        eq(webhookTries.deliveryId, webhookDeliveries.id),
        eq(webhookTries.number, webhookDeliveries.attempts),
      ),
    )
    .where(where)
    .orderBy(order(webhookDeliveries.position))
    .limit(query.limit)
    .offset(pageOffset(query));
  const items = rows.map(({ webhook_deliveries: row, webhook_tries: last }) => ({
    ...row,
    ...(last && { outcome: last.outcome, statusCode: last.statusCode }),
  }));
  return { items, total: total?.count ?? 0 };
}

export async function findDelivery(
  ctx: Context,
  key: { readonly webhookId: string; readonly deliveryId: string },
): Promise<DeliveryRow | null> {
  const [row] = await ctx.db.select().from(webhookDeliveries).where(ofWebhook(key));
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function lockDelivery(
  ctx: Context,
  key: { readonly webhookId: string; readonly deliveryId: string },
): Promise<DeliveryRow | null> {
  const [row] = await ctx.db.select().from(webhookDeliveries).where(ofWebhook(key)).for("update");
  return row ?? null;
}

const ofWebhook = (key: { readonly webhookId: string; readonly deliveryId: string }) =>
  and(eq(webhookId, key.webhookId), eq(webhookDeliveries.id, key.deliveryId));

/** The delivery's tries, the last one first. */
export async function findTries(ctx: Context, deliveryId: string): Promise<TryRow[]> {
  return ctx.db
    .select()
    .from(webhookTries)
    .where(eq(webhookTries.deliveryId, deliveryId))
    .orderBy(desc(webhookTries.number));
}

/** Makes a delivery due at once, for one try. */
export async function reopenDelivery(ctx: Context, id: string, now: Date): Promise<DeliveryRow> {
  const [row] = await ctx.db
    .update(webhookDeliveries)
    .set({ nextAttemptAt: now, givesUpAt: now, deliveredAt: null, failedAt: null })
    .where(eq(webhookDeliveries.id, id))
    .returning();
  if (!row) throw new Error(`Delivery ${id} is gone.`);
  return row;
}

/** Removes what was written before the instant; how many deliveries. */
export async function deleteBefore(ctx: Context, before: Date): Promise<number> {
  const gone = await ctx.db
    .delete(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, before));
  return gone.count;
}

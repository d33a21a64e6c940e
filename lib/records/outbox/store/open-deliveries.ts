import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";

import { outboxDeliveries, outboxEvents } from "@/db/schema/outbox";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ListDeliveries } from "../schema";
import { ofSubscriber } from "./deliveries";

/** A delivery that is not done, with its event. */
export type DeliveryRow = Omit<typeof outboxDeliveries.$inferSelect, "position" | "deliveredAt"> &
  Pick<typeof outboxEvents.$inferSelect, "type" | "at" | "businessId" | "stationId">;

/** Deliveries that are not done, a page of them. */
export async function findOpenDeliveries(
  ctx: Context,
  query: ListDeliveries & PageQuery,
): Promise<Page<DeliveryRow>> {
  const { parkedAt, deliveredAt } = outboxDeliveries;
  const where = and(
    isNull(deliveredAt),
    query.state && (query.state === "Parked" ? isNotNull(parkedAt) : isNull(parkedAt)),
    query.subscriber ? eq(outboxDeliveries.subscriber, query.subscriber) : undefined,
  );
  const [total] = await ctx.db.select({ count: count() }).from(outboxDeliveries).where(where);
  const order = query.sort === "at" ? asc : desc;
  const items = await selectDeliveries(ctx)
    .where(where)
    .orderBy(order(outboxDeliveries.position), asc(outboxDeliveries.subscriber))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

/** The event's delivery to the subscriber, locked; null where it is not among those that wait or are parked. */
export async function lockOpenDelivery(
  ctx: Context,
  key: { readonly eventId: string; readonly subscriber: string },
): Promise<DeliveryRow | null> {
  const [row] = await selectDeliveries(ctx)
    .where(and(ofSubscriber(key.subscriber, [key.eventId]), isNull(outboxDeliveries.deliveredAt)))
    .for("update", { of: outboxDeliveries });
  return row ?? null;
}

/** Makes a parked delivery due; its tries stay counted. */
export async function reopenDelivery(
  ctx: Context,
  key: { readonly eventId: string; readonly subscriber: string },
  at: Date,
): Promise<void> {
  await ctx.db
    .update(outboxDeliveries)
    .set({ parkedAt: null, nextAttemptAt: at })
    .where(ofSubscriber(key.subscriber, [key.eventId]));
}

function selectDeliveries(ctx: Context) {
  return ctx.db
    .select({
      eventId: outboxDeliveries.eventId,
      subscriber: outboxDeliveries.subscriber,
      subject: outboxDeliveries.subject,
      attempts: outboxDeliveries.attempts,
      nextAttemptAt: outboxDeliveries.nextAttemptAt,
      parkedAt: outboxDeliveries.parkedAt,
      lastError: outboxDeliveries.lastError,
      type: outboxEvents.type,
      at: outboxEvents.at,
      businessId: outboxEvents.businessId,
      stationId: outboxEvents.stationId,
    })
    .from(outboxDeliveries)
    .innerJoin(outboxEvents, eq(outboxEvents.id, outboxDeliveries.eventId));
}

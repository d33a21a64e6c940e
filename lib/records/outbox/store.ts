import { and, asc, eq, gte, isNull, lt, lte, or, sql } from "drizzle-orm";

import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";
import { outboxEvents } from "@/db/schema/outbox";
import { mentions } from "@/db/schema/columns";
import type { EventType } from "@/lib/words";

import { mostEvents, type OutboxEvent } from "./schema";

type NewRow = typeof outboxEvents.$inferInsert;

export async function insertEvents(ctx: Context, rows: NewRow[]): Promise<void> {
  await ctx.db.insert(outboxEvents).values(rows);
}

/** Events with this id or a later one, oldest first. */
export async function findEventsFrom(
  ctx: Context,
  id: string,
): Promise<Omit<OutboxEvent, "attempts">[]> {
  const rows = await ctx.db
    .select({
      id: outboxEvents.id,
      at: outboxEvents.at,
      type: outboxEvents.type,
      payload: outboxEvents.payload,
      businessId: outboxEvents.businessId,
      stationId: outboxEvents.stationId,
    })
    .from(outboxEvents)
    .where(gte(outboxEvents.id, id))
    .orderBy(asc(outboxEvents.id))
    .limit(mostEvents);
  return rows.map((row) => ({ ...row, type: row.type as EventType }));
}

/** Claims the oldest due event for this transaction and counts the try; null when none is due. */
export async function claimDueEvent(ctx: Context, now: Date): Promise<OutboxEvent | null> {
  const [row] = await ctx.db
    .select()
    .from(outboxEvents)
    .where(
      and(
        isNull(outboxEvents.deliveredAt),
        isNull(outboxEvents.parkedAt),
        lte(outboxEvents.nextAttemptAt, now),
      ),
    )
    .orderBy(asc(outboxEvents.nextAttemptAt), asc(outboxEvents.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ? { ...row, type: row.type as EventType, attempts: row.attempts + 1 } : null;
}

export async function markDelivered(ctx: Context, id: string, at: Date): Promise<void> {
  await ctx.db
    .update(outboxEvents)
    .set({ deliveredAt: at, attempts: sql`${outboxEvents.attempts} + 1`, lastError: null })
    .where(eq(outboxEvents.id, id));
}

export async function markFailed(
  ctx: Context,
  id: string,
  failure: { error: string; nextAttemptAt: Date; parkedAt: Date | null },
): Promise<void> {
  await ctx.db
    .update(outboxEvents)
    .set({
      attempts: sql`${outboxEvents.attempts} + 1`,
      lastError: failure.error,
      nextAttemptAt: failure.nextAttemptAt,
      parkedAt: failure.parkedAt,
    })
    .where(eq(outboxEvents.id, id));
}

export async function deleteDelivered(ctx: Context, before: Date): Promise<number> {
  const removed = await ctx.db.delete(outboxEvents).where(lt(outboxEvents.deliveredAt, before));
  return removed.count;
}

/**
 * Takes the reasons out of events about the person and out of others' that name them, and the errors of their
 * deliveries, which may quote what was to be told. An event's ids stay: it tells that something happened.
 */
export async function forgetReasons(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const { payload } = outboxEvents;
  const about = sql`(${payload} ->> 'userId' = ${userId} or ${payload} ->> 'ownerId' = ${userId})`;
  const events = await ctx.db
    .update(outboxEvents)
    .set({
      payload: sql`case when ${payload} ? 'reason' then ${payload} || '{"reason": null}' else ${payload} end`,
      lastError: null,
    })
    .where(or(about, mentions(payload, texts), mentions(outboxEvents.lastError, texts)));
  return { events: events.count };
}

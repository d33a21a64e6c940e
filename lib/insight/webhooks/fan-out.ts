import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import type { OutboxEvent } from "@/lib/records/outbox/inside";

import { patienceMs } from "./rules";
import { findListeners, insertDeliveries } from "./store/deliveries";

/** Writes an event's deliveries to the webhooks of its business that have chosen it; a job sends them. */
export const fanOut = (ctx: Context, event: OutboxEvent): Promise<void> => fanOutAll(ctx, [event]);

/** The same of many, in the order of writing: asked once for all of a business that are of one type. */
export async function fanOutAll(ctx: Context, events: readonly OutboxEvent[]): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const asked = new Map<string, Promise<string[]>>();
  const listenersOf = ({ businessId, type }: OutboxEvent) => {
    if (!businessId) return [];
    const key = `${businessId}/${type}`;
    const found = asked.get(key) ?? findListeners(ctx, businessId, type);
    asked.set(key, found);
    return found;
  };
  const now = ctx.clock.real();
  const rows = [];
  for (const event of events) {
    const { type, subject, at, stationId = null, payload: data } = event;
    for (const webhookId of await listenersOf(event)) {
      rows.push({
        webhookId,
        eventId: event.id,
        type,
        subject,
        at,
        stationId,
        data,
        createdAt: ctx.clock.now(),
        nextAttemptAt: now,
        givesUpAt: new Date(now.getTime() + patienceMs),
      });
    }
  }
  await insertDeliveries(ctx, rows);
}

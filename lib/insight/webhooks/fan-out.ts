import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import type { OutboxEvent } from "@/lib/records/outbox/inside";

import { patienceMs } from "./rules";
import { findListeners, insertDeliveries } from "./store/deliveries";

/** Writes an event's deliveries to the webhooks of its business that have chosen it; a job sends them. */
export async function fanOut(ctx: Context, event: OutboxEvent): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const { businessId, type, subject, at, stationId = null, payload: data } = event;
  if (!businessId) return;
  const listeners = await findListeners(ctx, businessId, type);
  const now = ctx.clock.real();
  await insertDeliveries(
    ctx,
    listeners.map((webhookId) => ({
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
    })),
  );
}

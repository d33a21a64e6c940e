import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import type { EventType } from "@/lib/words";

import { backoffMs, maxAttempts } from "./rules";
import type { OutboxEvent } from "./schema";
import { claimDueEvent, markDelivered, markFailed } from "./store";

/** Does whatever an event calls for; throwing makes the event due again later. */
export type EventHandler = (ctx: Context, event: OutboxEvent) => Promise<void>;

/** What a room does when events of these types come. */
export interface Subscriber {
  readonly on: readonly EventType[];
  readonly run: EventHandler;
}

/**
 * Hands due events to the handler, each claimed and marked in a transaction of its own, so that several
 * workers share the work and a crash only repeats it. Returns how many were delivered and how many failed.
 */
export async function deliverEvents(
  ctx: Context,
  handler: EventHandler,
  limit = 200,
): Promise<{ delivered: number; failed: number }> {
  scopeOf(ctx, "event.deliver");
  let delivered = 0;
  let failed = 0;
  while (delivered + failed < limit) {
    const outcome = await deliverNext(ctx, handler);
    if (outcome === "none") break;
    if (outcome === "delivered") delivered += 1;
    else failed += 1;
  }
  return { delivered, failed };
}

async function deliverNext(
  ctx: Context,
  handler: EventHandler,
): Promise<"delivered" | "failed" | "none"> {
  return inTransaction(ctx, async (ctx) => {
    const event = await claimDueEvent(ctx, ctx.clock.real());
    if (!event) return "none";
    try {
      await inTransaction(ctx, (ctx) => handler(ctx, event));
      await markDelivered(ctx, event.id, ctx.clock.real());
      return "delivered";
    } catch (error) {
      const now = ctx.clock.real();
      await markFailed(ctx, event.id, {
        error: error instanceof Error ? error.message : String(error),
        nextAttemptAt: new Date(now.getTime() + backoffMs(event.attempts)),
        parkedAt: event.attempts >= maxAttempts ? now : null,
      });
      return "failed";
    }
  });
}

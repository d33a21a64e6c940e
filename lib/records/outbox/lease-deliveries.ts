import { inTransaction, type Context } from "@/lib/core/context";

import { backoffMs, maxAttempts } from "./rules";
import type { OutboxEvent } from "./schema";
import { claimDeliveries, markDelivered, markFailed, setDue } from "./store/deliveries";

/**
 * Leases events that are due for a subscriber whose job carries them out of the house, in the order of writing: until
 * the lease ends, nobody else has them nor what comes later of their subjects. A worker that dies leaves them due
 * again. Asks no permission: the caller's job does.
 */
export async function leaseDeliveries(
  ctx: Context,
  subscriber: string,
  { most, leaseMs }: { readonly most: number; readonly leaseMs: number },
): Promise<OutboxEvent[]> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.real();
    const events = await claimDeliveries(ctx, subscriber, now, most);
    const ids = events.map(({ id }) => id);
    if (ids.length > 0) await setDue(ctx, subscriber, ids, new Date(now.getTime() + leaseMs));
    return events;
  });
}

/** What became of leased events; those in neither are given back, and wait behind one that failed of their subject. */
export interface Settled {
  readonly delivered: readonly OutboxEvent[];
  readonly failed: readonly { readonly event: OutboxEvent; readonly reason: string }[];
  readonly held: readonly OutboxEvent[];
}

/** Writes down what became of leased events: a failed one is tried again, and parked after the last try. */
export async function settleDeliveries(
  ctx: Context,
  subscriber: string,
  { delivered, failed, held }: Settled,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.real();
    const idsOf = (events: readonly OutboxEvent[]) => events.map(({ id }) => id);
    if (delivered.length > 0) await markDelivered(ctx, subscriber, idsOf(delivered), now);
    // Before the failed ones, which say when what waits behind them is due.
    if (held.length > 0) await setDue(ctx, subscriber, idsOf(held), now);
    if (failed.length === 0) return;
    const failures = failed.map(({ event, reason }) => ({
      eventId: event.id,
      error: reason,
      nextAttemptAt: new Date(now.getTime() + backoffMs(event.attempts)),
      parkedAt: event.attempts >= maxAttempts ? now : null,
    }));
    await markFailed(ctx, subscriber, failures);
  });
}

import { inTransaction, type Context } from "@/lib/core/context";

import type { Hearer } from "./ports";
import { backoffMs, maxAttempts, mostTogether, reasonOf } from "./rules";
import type { OutboxEvent } from "./schema";
import { claimDeliveries, markDelivered, markFailed } from "./store/deliveries";

/** How many deliveries were done, and how many tries failed. */
export type Outcome = Readonly<Record<"delivered" | "failed", number>>;

/** What became of claimed events; those in neither list wait behind one that failed. */
interface Tried {
  readonly delivered: readonly OutboxEvent[];
  readonly failed: readonly { readonly event: OutboxEvent; readonly reason: string }[];
}

/** Claims what is due for the subscriber, hands it over and marks it, all in one transaction. */
export async function deliverTogether(ctx: Context, subscriber: Hearer): Promise<Outcome> {
  return inTransaction(ctx, async (ctx) => {
    const { name } = subscriber;
    const events = await claimDeliveries(ctx, name, ctx.clock.real(), mostTogether);
    if (events.length === 0) return { delivered: 0, failed: 0 };
    // Nearly always all of them go through, and a savepoint for each would be most of the work.
    const { delivered, failed } =
      (await tryTogether(ctx, subscriber, events)) ?? (await tryEach(ctx, subscriber, events));
    const now = ctx.clock.real();
    const ids = delivered.map(({ id }) => id);
    if (ids.length > 0) await markDelivered(ctx, name, ids, now);
    if (failed.length > 0) {
      const failures = failed.map(({ event, reason }) => ({
        eventId: event.id,
        error: reason,
        nextAttemptAt: new Date(now.getTime() + backoffMs(event.attempts)),
        parkedAt: isLast(event) ? now : null,
      }));
      await markFailed(ctx, name, failures);
    }
    return { delivered: delivered.length, failed: failed.length };
  });
}

async function tryTogether(
  ctx: Context,
  { run, runTogether }: Hearer,
  events: readonly OutboxEvent[],
): Promise<Tried | null> {
  try {
    await inTransaction(ctx, async (ctx) => {
      if (runTogether) return runTogether(ctx, events);
      for (const event of events) await run(ctx, event);
    });
    return { delivered: events, failed: [] };
  } catch {
    // All that they wrote is undone: one after another they show which of them it was.
    return null;
  }
}

async function tryEach(
  ctx: Context,
  { run }: Hearer,
  events: readonly OutboxEvent[],
): Promise<Tried> {
  const delivered: OutboxEvent[] = [];
  const failed: { event: OutboxEvent; reason: string }[] = [];
  const held = new Set<string>();
  for (const event of events) {
    if (held.has(event.subject)) continue;
    try {
      await inTransaction(ctx, (ctx) => run(ctx, event));
      delivered.push(event);
    } catch (error) {
      failed.push({ event, reason: reasonOf(error) });
      // What comes after it waits for its next try; with the last one its subject goes on.
      if (!isLast(event)) held.add(event.subject);
    }
  }
  return { delivered, failed };
}

const isLast = ({ attempts }: OutboxEvent) => attempts >= maxAttempts;

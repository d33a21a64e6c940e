import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import {
  leaseDeliveries,
  settleDeliveries,
  type OutboxEvent,
  type Settled,
} from "@/lib/records/outbox/inside";

import { batch, messageOf, runMs, subscriber, type Broker } from "./rules";

type Counts = Record<"delivered" | "failed", number>;

/**
 * Sends events that are due to the broker, at least once, and of each subject in order. Nothing is sent inside a
 * transaction: events are leased, so several workers share the work and a crash only repeats a batch. What the broker
 * refuses is tried again and parked after 8 tries; while it is away nothing is counted, everything waits, and this
 * throws. Returns how many it has and how many it refused.
 */
export async function relayEvents(
  ctx: Context,
  broker: Broker | null = ctx.ports.broker(ctx.config.brokerUrl),
): Promise<Counts> {
  scopeOf(ctx, "event.relay");
  const counts: Counts = { delivered: 0, failed: 0 };
  const endsAt = ctx.clock.real().getTime() + runMs;
  if (!broker) return counts;
  while (ctx.clock.real().getTime() < endsAt) {
    const events = await leaseDeliveries(ctx, subscriber, batch);
    if (events.length === 0) break;
    const { delivered, failed } = await relayTogether(ctx, broker, events);
    counts.delivered += delivered.length;
    counts.failed += failed.length;
  }
  return counts;
}

async function relayTogether(
  ctx: Context,
  broker: Broker,
  events: readonly OutboxEvent[],
): Promise<Settled> {
  let refused: ReadonlyMap<string, string>;
  try {
    refused = await broker.send(events.map((event) => messageOf(event, ctx.config.baseUrl)));
  } catch (error) {
    await settleDeliveries(ctx, subscriber, { delivered: [], failed: [], held: events });
    throw error;
  }
  const settled = settledBy(events, refused);
  await settleDeliveries(ctx, subscriber, settled);
  return settled;
}

/** What comes later of a subject whose event was refused was not sent. */
function settledBy(events: readonly OutboxEvent[], refused: ReadonlyMap<string, string>): Settled {
  const stopped = new Set<string>();
  const settled = {
    delivered: [] as OutboxEvent[],
    failed: [] as { event: OutboxEvent; reason: string }[],
    held: [] as OutboxEvent[],
  };
  for (const event of events) {
    const reason = refused.get(event.id);
    if (stopped.has(event.subject)) settled.held.push(event);
    else if (reason === undefined) settled.delivered.push(event);
    else {
      settled.failed.push({ event, reason });
      stopped.add(event.subject);
    }
  }
  return settled;
}

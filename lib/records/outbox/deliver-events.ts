import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { deliverTogether, type Outcome } from "./deliver-together";
import type { Hearer, Subscriber } from "./ports";
import { runMs } from "./rules";
import { findWaitedFor } from "./store/deliveries";

/**
 * Hands due events to every subscriber, each in a line of its own: its own tries, its own parking, and in order for
 * each subject, so that one that fails keeps no other waiting. Several workers share the work, and a crash only
 * repeats a part of it. Goes on while there is more, about 1 s at most. Returns how many deliveries were done and how
 * many tries failed; throws what broke one subscriber's line (such as a lost database) when the others are through.
 */
export async function deliverEvents(
  ctx: Context,
  subscribers: readonly Subscriber[] = ctx.ports.subscribers(),
): Promise<Outcome> {
  scopeOf(ctx, "event.deliver");
  const hearers = subscribers.filter((one): one is Hearer => one.run !== undefined);
  const names = hearers.map(({ name }) => name);
  const waitedFor = await findWaitedFor(ctx, names, ctx.clock.real());
  const due = hearers.filter(({ name }) => waitedFor.has(name));
  const lines = await Promise.allSettled(due.map((one) => deliverTo(ctx, one)));
  const sum = { delivered: 0, failed: 0 };
  for (const line of lines) {
    if (line.status === "rejected") throw line.reason;
    sum.delivered += line.value.delivered;
    sum.failed += line.value.failed;
  }
  return sum;
}

async function deliverTo(ctx: Context, subscriber: Hearer): Promise<Outcome> {
  const sum = { delivered: 0, failed: 0 };
  const endsAt = ctx.clock.real().getTime() + runMs;
  do {
    const { delivered, failed } = await deliverTogether(ctx, subscriber);
    if (delivered + failed === 0) break;
    sum.delivered += delivered;
    sum.failed += failed;
  } while (ctx.clock.real().getTime() < endsAt);
  return sum;
}

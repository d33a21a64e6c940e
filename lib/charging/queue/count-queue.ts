import type { Context } from "@/lib/core/context";

import { findExceptions } from "./find-exceptions";
import type { QueueView } from "./schema";
import { countActive, countQueued, lists } from "./store/queue";

/** How long the four lists of the stations' queue are, as `readQueue` counts them. For other rooms too. */
export async function countQueue(
  ctx: Context,
  stationIds: readonly string[],
): Promise<QueueView["counts"]> {
  const [approvals, arrivals, inProgress, { total: exceptions }] = await Promise.all([
    countQueued(ctx, stationIds, lists.approvals()),
    countQueued(ctx, stationIds, lists.arrivals(ctx.clock.now())),
    countActive(ctx, stationIds),
    findExceptions(ctx, stationIds),
  ]);
  return { approvals, arrivals, inProgress, exceptions };
}

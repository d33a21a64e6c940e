import type { Context } from "@/lib/core/context";

import { freeConnectors } from "./free-connectors";
import { findPlans } from "./store/plans";
import { findRunning } from "./store/slots";

/**
 * On how many connectors of each station a car could begin to charge just now, as `readConnectorsNow` says it of one;
 * nothing of a station that is not there.
 */
export async function countFreePlaces(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, number>> {
  if (stationIds.length === 0) return new Map();
  const now = ctx.clock.now();
  const plans = await findPlans(ctx, stationIds, now);
  const running = new Set((await findRunning(ctx, stationIds, now)).map((one) => one.stationId));
  const busy = await ctx.ports.busyConnectors(ctx, stationIds);
  return new Map(
    plans.map((plan) => {
      const { stationId } = plan;
      const free = freeConnectors(plan, { busy, runs: running.has(stationId), now });
      return [stationId, free.length];
    }),
  );
}

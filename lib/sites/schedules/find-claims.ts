import type { Context } from "@/lib/core/context";

import { claimSources, type Claim } from "./rules";

/**
 * The live claims of every kind to places of the stations that can overlap a slot that ends after `from`: what
 * `reserved` counts, wherever it is counted anew.
 */
export async function findClaims(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Claim[]> {
  if (stationIds.length === 0) return [];
  const sources = Object.values(claimSources);
  const claims = await Promise.all(
    sources.map((source) => ctx.ports[source](ctx, stationIds, from)),
  );
  return claims.flat();
}

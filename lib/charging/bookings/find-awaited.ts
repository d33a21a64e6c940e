import type { Context } from "@/lib/core/context";
import type { Need } from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-range";
import { findAwaited as find } from "./store/walk-ups";

/**
 * What the cars ask for, by their stations, whose bookings' time has begun and that may still be checked in by their
 * codes, but have not arrived.
 */
export async function findAwaited(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Need[]>> {
  if (stationIds.length === 0) return new Map();
  const rows = await find(ctx, stationIds, ctx.clock.now());
  const byStation = Map.groupBy(rows, ({ stationId }) => stationId);
  return new Map([...byStation].map(([id, own]) => [id, own.map(needOf)]));
}

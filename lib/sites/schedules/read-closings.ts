import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { findClosings } from "./find-closings";

/**
 * When connectors of the stations that are open now close within the next 4 hours, by their ids, instants in UTC; those
 * that stay open are left out. For everybody, as the schedule is.
 */
export async function readClosings(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  openTo(ctx, "station.read");
  const closings = await findClosings(ctx, stationIds);
  return new Map([...closings].map(([id, at]) => [id, at.toISOString()]));
}

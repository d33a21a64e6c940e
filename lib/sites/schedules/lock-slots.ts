import type { Context } from "@/lib/core/context";

import type { Slot } from "./rules";
import { lockOverlapping, type StationRange } from "./store/slots";

/**
 * Locks every slot that overlaps one of the ranges, in one fixed order (station, start), and returns them as they
 * are. A move locks old and new together this way before it changes either: unordered locks deadlock
 * (architecture.md, Concurrency). The caller has locked the stations.
 */
export async function lockSlots(
  ctx: Context,
  ranges: readonly StationRange[],
): Promise<(Slot & { stationId: string })[]> {
  return lockOverlapping(ctx, ranges);
}

import type { Context } from "@/lib/core/context";
import type { HeldRange } from "@/lib/sites/schedules/inside";

import { findHeldRanges } from "./store/conflicts";

/** Every range that ends after `from` in which a booking holds a place at the stations; for the slots' counts. */
export async function heldRanges(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<HeldRange[]> {
  return findHeldRanges(ctx, stationIds, from);
}

import type { Context } from "@/lib/core/context";

import type { Slot } from "./rules";
import { takeCapacity, type StationRange } from "./store/slots";

/**
 * Takes one place in every slot that overlaps the range and has one left, in one statement and in slot order, and
 * returns those slots as they are now, in order. The caller compares them with what was wanted and throws where a
 * place is missing, which gives the others back (architecture.md, Concurrency). The caller has locked the station.
 */
export async function takeSlots(ctx: Context, range: StationRange): Promise<Slot[]> {
  return takeCapacity(ctx, range);
}

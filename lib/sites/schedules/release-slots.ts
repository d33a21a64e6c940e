import type { Context } from "@/lib/core/context";

import type { Slot } from "./rules";
import { returnCapacity, type StationRange } from "./store/slots";

/**
 * Gives back one place in every slot that overlaps the range, whatever slots it was booked as, and returns them in
 * order. A slot that counts no booking already is left at 0: the reconcile job reports what is wrong with it.
 * The caller has locked the station, so that no rebuild counts the booking in between.
 */
export async function releaseSlots(ctx: Context, range: StationRange): Promise<Slot[]> {
  return returnCapacity(ctx, range);
}

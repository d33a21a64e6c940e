import type { Context } from "@/lib/core/context";

import type { Slot } from "./rules";
import { findSlotRows } from "./store/slots";

/** The station's slots that start in `[from, to)`, in order, past ones included. For other rooms, not for the public. */
export async function findSlots(
  ctx: Context,
  stationId: string,
  from: Date,
  to: Date,
): Promise<Slot[]> {
  return findSlotRows(ctx, stationId, from, to);
}

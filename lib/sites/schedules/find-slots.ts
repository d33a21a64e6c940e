import type { Context } from "@/lib/core/context";

import type { TimeSlot } from "./rules";
import { findTimeSlots } from "./store/slots";

/** The times of the station that slots are built for and that start in `[from, to)`, in order, past ones included. For other rooms, not for the public. */
export async function findSlots(
  ctx: Context,
  stationId: string,
  from: Date,
  to: Date,
): Promise<TimeSlot[]> {
  return findTimeSlots(ctx, stationId, from, to);
}

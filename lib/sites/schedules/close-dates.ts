import type { Context } from "@/lib/core/context";

import { withClosed } from "./mark-closed";
import type { CloseDates, DatesSet } from "./schema";
import { setDates } from "./set-dates";

/**
 * Closes many stations on the same days, with the reason that drivers see; what the days had before goes, the rest of
 * each schedule stays. Bookings that no longer fit are flagged, none is cancelled. Throws `station.not_found`, before
 * anything is changed.
 */
export async function closeDates(
  ctx: Context,
  { stationIds, dates }: CloseDates,
): Promise<DatesSet> {
  return setDates(ctx, stationIds, (schedule) => withClosed(schedule, dates));
}

import type { Context } from "@/lib/core/context";

import { isClosedOn, withoutClosed } from "./mark-closed";
import type { CloseDates, DatesSet } from "./schema";
import { setDates } from "./set-dates";

/**
 * Takes back what closes many stations on these days: their usual hours count again, and bookings that fit again are
 * no conflicts any more. What closes one of them for another reason stays. Throws `station.not_found`, before anything
 * is changed.
 */
export async function reopenDates(
  ctx: Context,
  { stationIds, dates }: CloseDates,
): Promise<DatesSet> {
  return setDates(ctx, stationIds, (schedule) =>
    dates.some((one) => isClosedOn(schedule, [one])) ? withoutClosed(schedule, dates) : null,
  );
}

import { addDays, calendarDay } from "@/lib/core/calendar";

import type { ShownDay, ShownSlot } from "./slot-days";

/** The `count` days from today on in the station's zone, with the slots that start on each. */
export function groupByDay(
  slots: readonly ShownSlot[],
  timeZone: string,
  now: Date,
  count = 7,
): ShownDay[] {
  const today = calendarDay(now, timeZone);
  const days = Array.from({ length: count }, (_, index) => addDays(today, index));
  const on = Map.groupBy(slots, (slot) => calendarDay(new Date(slot.startsAt), timeZone));
  return days.map((date) => ({ date, slots: on.get(date) ?? [] }));
}

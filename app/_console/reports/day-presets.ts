import { addDays, calendarDay } from "@/lib/core/calendar";

/** Calendar days, both of them in the range. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Days that are asked for often, as they lie around `now` in the zone; the last 30 are what nothing said asks for. */
export function dayPresets(now: Date, timeZone: string) {
  const today = calendarDay(now, timeZone);
  const month = { from: firstOfMonth(today), to: today };
  const ended = addDays(month.from, -1);
  return {
    last30: { from: addDays(today, -29), to: today },
    thisMonth: month,
    lastMonth: { from: firstOfMonth(ended), to: ended },
    // The eleven whole months before this one, and it.
    last12Months: { from: monthsBefore(month.from, 11), to: today },
  } as const satisfies Readonly<Record<string, Days>>;
}

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

function monthsBefore(first: string, count: number): string {
  let day = first;
  for (let at = 0; at < count; at += 1) day = firstOfMonth(addDays(day, -1));
  return day;
}

import { useFormatter } from "next-intl";

import { type Weekday, weekdays } from "@/lib/core/calendar";
import { dayMs } from "@/lib/core/durations";

/** A Monday, to take the words of weekdays from. */
const monday = Date.UTC(2024, 0, 1);

/** The name of a weekday: "Monday", or "Mon". */
export function useWeekdayWords(): (weekday: Weekday, form: "long" | "short") => string {
  const format = useFormatter();
  return (weekday, form) =>
    format.dateTime(new Date(monday + weekdays.indexOf(weekday) * dayMs), {
      weekday: form,
      timeZone: "UTC",
    });
}

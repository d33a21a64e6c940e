import { addDays, calendarDay, weekdayOf, weekdays, type CalendarDay } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";

import type { DayRange } from "./rules";

/** By whose clocks it is Monday for whoever belongs to no business. */
export const platformZone = "UTC";
/** When reports are mailed, by the clocks of the reader's business. */
const time = "07:00";
/** The farthest ahead that any zone's clocks are. */
const easternmost = "Pacific/Kiritimati";

/** Report mails that a person may ask for. */
export const mostSubscriptions = 10;

/** The Monday whose mails are the newest at `now` where the zone is: the last one on which it was 07:00. */
export function newestMonday(now: Date, timeZone: string): CalendarDay {
  const today = calendarDay(now, timeZone);
  const monday = addDays(today, -weekdays.indexOf(weekdayOf(today)));
  return now < instantAt(monday, time, timeZone) ? addDays(monday, -7) : monday;
}

/** No zone's newest Monday is later. */
export const latestMonday = (now: Date): CalendarDay => newestMonday(now, easternmost);

/** The instant at which the mails after those of a Monday are due. */
export const nextDue = (monday: CalendarDay, timeZone: string): Date =>
  instantAt(addDays(monday, 7), time, timeZone);

/** The week that the mail of a Monday tells of: from Monday to Sunday before it. */
export const weekBefore = (monday: CalendarDay): DayRange => ({
  from: addDays(monday, -7),
  to: addDays(monday, -1),
});

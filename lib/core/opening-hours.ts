import { z } from "zod";

import { weekdays, type Weekday } from "./calendar";
import { dayMinutes, longestSlotMinutes, shortestSlotMinutes } from "./durations";
import { fault } from "./fault";

/** A wall-clock time of the station, `HH:mm`. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fault("time_of_day"));
const endOfWindow = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fault("end_of_window"));

/** An opening window; an end at or before its start lies on the next day (product.md, Schedule). */
export const Window = z.strictObject({ start: timeOfDay, end: endOfWindow });
export type Window = z.infer<typeof Window>;

export const windowsOfDay = z.array(Window).max(48, fault("windows_a_day", { most: 48 }));

const openDay = windowsOfDay.default([]);
const week = Object.fromEntries(weekdays.map((day) => [day, openDay])) as Record<
  Weekday,
  typeof openDay
>;

/** A week of opening windows in a station's own time; a day that is not named is closed. */
export const Week = z.strictObject(week);
export type Week = z.infer<typeof Week>;

/** The week with every day named, closed ones by no window. */
export const wholeWeek = (named: Readonly<Record<string, readonly Window[]>>): Week => {
  const { mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = [] } = named;
  return {
    mon: [...mon],
    tue: [...tue],
    wed: [...wed],
    thu: [...thu],
    fri: [...fri],
    sat: [...sat],
    sun: [...sun],
  };
};

const slotLengths = fault("slot_length", { least: shortestSlotMinutes, most: longestSlotMinutes });

/** How long a slot is, in minutes, so that a day holds a whole number of them (product.md, Station). */
export const slotMinutes = z
  .int(fault("whole_minutes"))
  .min(shortestSlotMinutes, slotLengths)
  .max(longestSlotMinutes, slotLengths)
  .refine((minutes) => dayMinutes % minutes === 0, fault("slot_divides_day"));

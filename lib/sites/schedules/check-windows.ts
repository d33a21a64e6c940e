import type { Window } from "@/lib/core/opening-hours";
import type { WeeklyHours } from "@/lib/sites/stations/inside";
import { addDays, minutesOfTime, weekdayOf, weekdays } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";

import type { SetSchedule } from "./schema";

const weekMinutes = 7 * dayMinutes;

/** A window on the wall clock, in minutes from the start of some day, and the field that it came from. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly field: string;
}

/**
 * The fields of windows that overlap an earlier one: within a day, over midnight, over the end of the week, and
 * between an exception's date and the days beside it (product.md, Schedule). Wall-clock times alone are compared.
 */
export function findOverlaps(schedule: SetSchedule): string[] {
  return [...new Set([...weeklyOverlaps(schedule), ...exceptionOverlaps(schedule)])];
}

/** Whether any windows of the week overlap, as a source tells them. */
export function windowsOverlap(weekly: WeeklyHours["weekly"]): boolean {
  return weeklyOverlaps({ weekly }).length > 0;
}

function weeklyOverlaps({ weekly }: Pick<WeeklyHours, "weekly">): string[] {
  const week = weekdays.flatMap((weekday, index) =>
    place(weekly[weekday], index * dayMinutes, `weekly.${weekday}`),
  );
  // Sunday's night runs into Monday.
  const next = week.map((window) => shifted(window, weekMinutes));
  return overlapping([...week, ...next]).filter(Boolean);
}

/** Each exception's windows against those of the day before and after, as they will be on these dates. */
function exceptionOverlaps({ weekly, exceptions }: SetSchedule): string[] {
  const indexes = new Map(exceptions.map(({ date }, index) => [date, index]));
  const windowsOn = (date: string, at: number): Placed[] => {
    const index = indexes.get(date);
    if (index === undefined) return place(weekly[weekdayOf(date)], at, "");
    return place(exceptions[index]?.windows ?? [], at, `exceptions.${index}.windows`);
  };
  return exceptions.flatMap(({ date }, index) => {
    const own = place(exceptions[index]?.windows ?? [], 0, `exceptions.${index}.windows`);
    const before = windowsOn(addDays(date, -1), -dayMinutes);
    const after = windowsOn(addDays(date, 1), dayMinutes);
    return own
      .filter((window, place) => {
        const others = [...before, ...after, ...own.slice(0, place)];
        return others.some((other) => other.start < window.end && other.end > window.start);
      })
      .map(({ field }) => field);
  });
}

function place(windows: readonly Window[], at: number, field: string): Placed[] {
  return windows.map(({ start, end }, index) => {
    const from = at + minutesOfTime(start);
    const to = at + minutesOfTime(end);
    return { start: from, end: to > from ? to : to + dayMinutes, field: `${field}.${index}` };
  });
}

const shifted = ({ start, end, field }: Placed, by: number): Placed => ({
  start: start + by,
  end: end + by,
  field,
});

/** The fields of windows that begin before an earlier one has ended. */
function overlapping(windows: readonly Placed[]): string[] {
  const inOrder = windows.toSorted((one, other) => one.start - other.start);
  let end = -Infinity;
  return inOrder.flatMap((window) => {
    const overlaps = window.start < end;
    end = Math.max(end, window.end);
    return overlaps ? [window.field] : [];
  });
}

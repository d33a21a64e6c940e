import type { CalendarDay } from "@/lib/core/calendar";
import type { Window } from "@/lib/core/opening-hours";

import type { Schedule } from "./rules";
import type { SetSchedule } from "./schema";

/** Days that are closed, each with the reason that drivers read, if there is one. */
type ClosedDates = readonly { readonly date: CalendarDay; readonly reason?: string | undefined }[];

/** Whether the schedule is closed on all these days already, for the same reasons. */
export const isClosedOn = (
  { exceptions }: Pick<Schedule, "exceptions">,
  dates: ClosedDates,
): boolean =>
  dates.every(({ date, reason }) =>
    exceptions.some((one) => one.date === date && one.closed && one.reason === reason),
  );

/** The schedule with these days closed, whatever they were before. */
export function withClosed(
  { weekly, exceptions, capacityOverrides }: Schedule,
  dates: ClosedDates,
): Omit<SetSchedule, "ifUpdatedAt"> {
  const closed = new Set(dates.map(({ date }) => date));
  const copied = (windows: readonly Window[] = []) => windows.map((window) => ({ ...window }));
  const { mon, tue, wed, thu, fri, sat, sun } = weekly;
  return {
    weekly: {
      mon: copied(mon),
      tue: copied(tue),
      wed: copied(wed),
      thu: copied(thu),
      fri: copied(fri),
      sat: copied(sat),
      sun: copied(sun),
    },
    exceptions: [
      ...exceptions
        .filter(({ date }) => !closed.has(date))
        .map((one) => ({ ...one, windows: copied(one.windows) })),
      ...dates.map((one) => ({ ...one, closed: true })),
    ],
    capacityOverrides: [...capacityOverrides],
  };
}

/** The schedule without what closes it on these days for these reasons: its usual hours count again. */
export const withoutClosed = (schedule: Schedule, dates: ClosedDates) => {
  const usual = withClosed(schedule, []);
  const exceptions = usual.exceptions.filter(
    ({ date, closed, reason }) =>
      !(closed && dates.some((one) => one.date === date && one.reason === reason)),
  );
  return { ...usual, exceptions };
};

import { minutesOfTime, type Weekday, weekdays } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";
import type { ScheduleView, SetScheduleInput } from "@/lib/sites/schedules/schema";

/** A window `HH:mm`–`HH:mm` in the station's time; an end at or before its start lies on the next day. */
export interface Window {
  readonly start: string;
  readonly end: string;
}

/** A schedule as it is being edited. */
export interface Draft {
  readonly weekly: Readonly<Record<Weekday, readonly Window[]>>;
  readonly exceptions: readonly {
    readonly date: string;
    readonly closed: boolean;
    readonly windows: readonly Window[];
    /** Why, in words that drivers see. */
    readonly reason?: string;
  }[];
  /** `connectors` as it was typed, so that nothing typed is lost before it is right. */
  readonly capacityOverrides: readonly { readonly date: string; readonly connectors: string }[];
}

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether what stands at a window's start or end is a time; what was typed otherwise stays in the draft as it is. */
export const isReadable = (time: string, at: keyof Window): boolean =>
  timeOfDay.test(time) || (at === "end" && time === "24:00");

/** Whether both ends are times, so that it can be drawn. */
export const isDrawable = ({ start, end }: Window): boolean =>
  isReadable(start, "start") && isReadable(end, "end");

/** The steps of the grid, in minutes. */
export const step = 15;

const wholeDay: Window = { start: "00:00", end: "24:00" };

/** Whether its week has no hours at all. */
export const isNeverOpen = ({ weekly }: Draft): boolean =>
  Object.values(weekly).every((windows) => windows.length === 0);

/** The same with a week that is open day and night. */
export const withAlways = (draft: Draft): Draft =>
  weekdays.reduce((next, day) => withDay(next, day, [wholeDay]), draft);

export function draftOf({ weekly, exceptions, capacityOverrides }: ScheduleView): Draft {
  return {
    weekly,
    exceptions,
    capacityOverrides: capacityOverrides.map(({ date, connectors }) => ({
      date,
      connectors: String(connectors),
    })),
  };
}

/**
 * The draft as the API's body has it: a date without windows is closed, an open one is not called so, and what is
 * no number of connectors goes as none, for the server to refuse at its field.
 */
export function bodyOf({ weekly, exceptions, capacityOverrides }: Draft): SetScheduleInput {
  const { mon, tue, wed, thu, fri, sat, sun } = weekly;
  return {
    weekly: {
      mon: [...mon],
      tue: [...tue],
      wed: [...wed],
      thu: [...thu],
      fri: [...fri],
      sat: [...sat],
      sun: [...sun],
    },
    exceptions: exceptions.map(({ date, closed, windows, reason = "" }) => ({
      date,
      ...(closed || windows.length === 0 ? { closed: true } : { windows: [...windows] }),
      ...(reason.trim() !== "" && { reason }),
    })),
    capacityOverrides: capacityOverrides.map(({ date, connectors }) => ({
      date,
      connectors: /^\s*-?\d+\s*$/.test(connectors) ? Number(connectors) : Number.NaN,
    })),
  };
}

/** Minutes since midnight as `HH:mm`; the day's end is `24:00`. */
export function timeOf(minutes: number): string {
  const whole = Math.min(dayMinutes, Math.max(0, Math.round(minutes)));
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

/** How long a window is, in minutes; over midnight where its end is not after its start. */
export function lengthOf({ start, end }: Window): number {
  const length = minutesOfTime(end) - minutesOfTime(start);
  return length > 0 ? length : length + dayMinutes;
}

/** The same window moved by so many minutes, as far as its start stays in the day. */
export function moved(window: Window, by: number): Window {
  const length = lengthOf(window);
  const start = Math.min(dayMinutes - step, Math.max(0, minutesOfTime(window.start) + by));
  return between(start, start + length);
}

/** The same window with its end moved by so many minutes; at least one step, at most a day long. */
export function resized(window: Window, by: number): Window {
  const length = Math.min(dayMinutes, Math.max(step, lengthOf(window) + by));
  const start = minutesOfTime(window.start);
  return between(start, start + length);
}

/** A window from minute to minute of a day, the end perhaps on the next. */
export function between(start: number, end: number): Window {
  return { start: timeOf(start), end: end <= dayMinutes ? timeOf(end) : timeOf(end - dayMinutes) };
}

/** The nearest step. */
export const snapped = (minutes: number) => Math.round(minutes / step) * step;

/** Puts a day's windows in place of those it had; as they are, so that no field jumps while one types. */
export function withDay(draft: Draft, day: Weekday, windows: readonly Window[]): Draft {
  return { ...draft, weekly: { ...draft.weekly, [day]: windows } };
}

/** A window for a day that is to get one more: after the last, or the usual hours. */
export function oneMore(windows: readonly Window[]): Window {
  const last = windows.findLast(isDrawable);
  if (!last) return { start: "08:00", end: "18:00" };
  const from =
    minutesOfTime(last.end) > minutesOfTime(last.start) ? minutesOfTime(last.end) + 60 : dayMinutes;
  return from <= dayMinutes - 60 ? between(from, Math.min(dayMinutes, from + 120)) : between(0, 60);
}

import { weekdays, type Weekday } from "@/lib/core/calendar";
import { dayMinutes } from "@/lib/core/durations";

/** Opening from `start` to `end`, `HH:mm`; `24:00` is the day's end, an end at or before the start lies on the next day. */
export interface HourWindow {
  readonly start: string;
  readonly end: string;
}

/** How sources write a weekday. A lone `s` is Saturday or Sunday, so it is neither. */
const dayNames: Readonly<Record<Weekday, RegExp>> = {
  mon: /^m(?:on?(?:days?)?)?$/,
  tue: /^t(?:u(?:es?(?:days?)?)?)?$/,
  wed: /^w(?:e(?:d(?:nesdays?)?)?)?$/,
  thu: /^(?:th(?:u(?:rs?(?:days?)?)?)?)$/,
  fri: /^f(?:r(?:i(?:days?)?)?)?$/,
  sat: /^sa(?:t(?:urdays?)?)?$/,
  sun: /^su(?:n(?:days?)?)?$/,
};

const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  "every day": weekdays,
  everyday: weekdays,
  "7 days": weekdays,
  "7 days a week": weekdays,
  "all week": weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
  weekend: weekdays.slice(5),
};

/**
 * The days that a lower-case text names: "daily", "m-f", "mon - fri", "sat & sun", "mo:".
 * Null where any of it is something else.
 */
export function parseDays(text: string): readonly Weekday[] | null {
  const named = text.replace(/[:,]$/, "").trim();
  const group = groups[named];
  if (group) return group;
  const days = named.split(/\s*(?:,|&|\/|\band\b)\s*/).map(parseDayRange);
  return days.every((range) => range !== null) ? [...new Set(days.flat())] : null;
}

function parseDayRange(text: string): readonly Weekday[] | null {
  const [first = "", last, ...more] = text.split(/\s*(?:-|\bto\b|\bthru\b|\bthrough\b)\s*/);
  if (more.length > 0) return null;
  const from = parseDay(first);
  const to = last === undefined ? from : parseDay(last);
  if (from === null || to === null) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => weekdays[(from + step) % 7] ?? "mon");
}

/** The weekday's place in the week, from Monday. */
function parseDay(text: string): number | null {
  const name = text.replace(/\.$/, "");
  const index = weekdays.findIndex((day) => dayNames[day].test(name));
  return index < 0 ? null : index;
}

/** A wall-clock time as read; `half` is unknown where nothing says morning or afternoon. */
interface RoughTime {
  readonly hour: number;
  readonly minute: number;
  readonly half: "am" | "pm" | null;
  /** Written on the 24-hour clock: `08:00`, `17:30`. */
  readonly exact: boolean;
}

/**
 * One opening of a lower-case text: "6:00am - 9:00pm", "8-5pm", "08:00-22:00", "9am to noon".
 * Null where it is something else, or where morning and afternoon cannot be told apart ("7:30-7:30").
 */
export function parseTimeRange(text: string): HourWindow | null {
  const [first = "", last = "", ...more] = text.split(/\s*(?:-|\bto\b|\buntil\b|\btill\b)\s*/);
  const [from, to] = [parseTime(first), parseTime(last)];
  if (!from || !to || more.length > 0) return null;
  const start = minutesOf(from, from.half ?? borrowedHalf(from, to));
  const end = minutesOf(to, to.half);
  if (start === null || end === null) return null;
  return { start: clockTime(start % dayMinutes), end: endTime(end) };
}

/** A start without am or pm takes that of the end, unless it would then lie after it: "8-5pm" begins in the morning. */
function borrowedHalf(from: RoughTime, to: RoughTime): "am" | "pm" | null {
  if (from.exact || to.half === null) return null;
  const sameHalf = (from.hour % 12) * 60 + from.minute < (to.hour % 12) * 60 + to.minute;
  if (sameHalf) return to.half;
  return to.half === "pm" ? "am" : "pm";
}

function parseTime(text: string): RoughTime | null {
  if (text === "noon") return { hour: 12, minute: 0, half: "pm", exact: false };
  if (text === "midnight") return { hour: 12, minute: 0, half: "am", exact: false };
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])?m?$/.exec(text) ?? [];
  if (hours === undefined || (half === undefined && text.endsWith("m"))) return null;
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  if (minute > 59 || hour > 24 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const exact = half === undefined && minutes !== undefined && (hours.length === 2 || hour > 12);
  return { hour, minute, half: half === undefined ? null : `${half as "a" | "p"}m`, exact };
}

/** Minutes since midnight; null where the half of the day is not known. */
function minutesOf(time: RoughTime, half: "am" | "pm" | null): number | null {
  if (half) return ((time.hour % 12) + (half === "pm" ? 12 : 0)) * 60 + time.minute;
  const minutes = time.hour * 60 + time.minute;
  return time.exact && minutes <= dayMinutes ? minutes : null;
}

const two = (value: number) => String(value).padStart(2, "0");
/** Minutes since midnight on the clock, `HH:mm`. */
export const clockTime = (minutes: number) =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/**
 * The minute at which an opening ends that is told by its last minute: sources write 22:59 for 23:00, and 23:59 for
 * the day's end. Nobody closes a minute before a quarter of an hour.
 */
export const closingMinute = (minutes: number) =>
  (minutes + 1) % 15 === 0 ? minutes + 1 : minutes;

/** The end of an opening on the clock; midnight is the day's end. */
export function endTime(minutes: number): string {
  return minutes === 0 ? "24:00" : clockTime(closingMinute(minutes));
}

import { weekdays } from "@/lib/core/calendar";
import { Window, type Week } from "@/lib/core/opening-hours";

/** `06:00-22:00`, as the first contract shows a station's hours. */
const span = /^\s*(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})\s*$/;

/** Hours that are said once are those of every day; a week is ours already, and anything else is for it to refuse. */
export function weekOf(hours: unknown): unknown {
  const [, start, end] = (typeof hours === "string" && span.exec(hours)) || [];
  const { open = start, close = end, ...rest } = Object(hours) as Record<string, unknown>;
  const window = Window.safeParse(
    typeof hours === "string" ? { start, end } : { start: open, end: close, ...rest },
  );
  return window.success ? Object.fromEntries(weekdays.map((day) => [day, [window.data]])) : hours;
}

/**
 * The week as one span, where every day has one and the same window; null where it cannot be said so, or there is
 * none. What is answered here and sent back is the same week (`weekOf`).
 */
export function spanOf(week: Week | null | undefined): { open: string; close: string } | null {
  const [first = [], ...others] = week ? weekdays.map((day) => week[day]) : [];
  const [window] = first;
  const isOne = ([only, ...more]: readonly Window[]) =>
    more.length === 0 && only?.start === window?.start && only?.end === window?.end;
  return window && [first, ...others].every(isOne)
    ? { open: window.start, close: window.end }
    : null;
}

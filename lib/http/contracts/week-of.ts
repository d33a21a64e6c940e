import { weekdays } from "@/lib/core/calendar";
import { Window } from "@/lib/core/opening-hours";

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

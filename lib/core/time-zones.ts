import { Temporal } from "temporal-polyfill";

import { addDays, type CalendarDay } from "./calendar";

/**
 * The instant at which the zone's clocks show `time` (`HH:mm`, `24:00` for the end) on `day`.
 * A time that daylight saving skips is read as if the clocks had not moved yet, so it falls after the gap;
 * a time that occurs twice is its first occurrence.
 */
export function instantAt(day: CalendarDay, time: string, zone: string): Date {
  if (time === "24:00") return startOfDay(addDays(day, 1), zone);
  const plain = Temporal.PlainDateTime.from(`${day}T${time}`);
  return new Date(plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The first instant of the calendar day in the zone. */
export function startOfDay(day: CalendarDay, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The instants `[from, to)` that the calendar day spans in the zone: 23, 24 or 25 hours. */
export function daySpan(day: CalendarDay, zone: string): { from: Date; to: Date } {
  return { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) };
}

import { Temporal } from "temporal-polyfill";

/** A calendar day, `YYYY-MM-DD`, in some station's zone. */
export type CalendarDay = string;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Whether `zone` is an IANA time zone name this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

/** Whether `day` is a real calendar day written `YYYY-MM-DD`. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}

/** The calendar day that the instant falls on in the zone. */
export function calendarDay(instant: Date, zone: string): CalendarDay {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The local wall-clock time `HH:mm` of the instant in the zone. */
export function localTime(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** The day `days` after `day` (before it when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The weekday of a calendar day. */
export function weekdayOf(day: CalendarDay): Weekday {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? "mon";
}

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

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

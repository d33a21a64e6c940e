import {
  addDays,
  calendarDay,
  type CalendarDay,
  type Weekday,
  weekdayOf,
} from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";

import type { Schedule, SlotPlan } from "./rules";

/** A stretch of real time in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const meets = (span: Span, start: number, end: number) =>
  span.start < end && span.end > start;

/** In milliseconds; without an end for ever. */
export const spanOf = (range: { readonly startsAt: Date; readonly endsAt: Date | null }): Span => ({
  start: range.startsAt.getTime(),
  end: range.endsAt?.getTime() ?? Infinity,
});

/** Whether the station's hours say that it is open; one that nobody runs, and whose hours nobody told, is not closed. */
export function isOpenAt({ station, schedule }: SlotPlan, at: Date): boolean {
  const isTold = [...Object.values(schedule.weekly), ...schedule.exceptions].flat().length > 0;
  if (station.businessId === null && !isTold) return true;
  const now = at.getTime();
  return openings(schedule, station.timeZone, at, at).some((span) => meets(span, now, now + 1));
}

/**
 * The opening windows of `[from, to)` as stretches of real time, in order and without overlap. A window belongs to
 * the day on which it starts, so yesterday's may still run, and today's exception leaves it alone.
 */
export function openings(schedule: Schedule, zone: string, from: Date, to: Date): Span[] {
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception]));
  const spans: Span[] = [];
  for (const { date, next, weekday } of daysOf(zone, from, to)) {
    const windows = exceptions.get(date)?.windows ?? schedule.weekly[weekday] ?? [];
    for (const { start, end } of windows) {
      const endDate = end <= start ? next : date;
      spans.push({ start: instantOf(date, start, zone), end: instantOf(endDate, end, zone) });
    }
  }
  spans.sort((one, other) => one.start - other.start);
  // Clocks that are put forward can push one window's end past the next one's start.
  let free = -Infinity;
  return spans.map(({ start, end }) => {
    const clipped = { start: Math.max(start, free), end };
    free = Math.max(free, end);
    return clipped;
  });
}

interface Day {
  readonly date: CalendarDay;
  readonly next: CalendarDay;
  readonly weekday: Weekday;
}

let lastDays: { readonly key: string; readonly days: readonly Day[] } | undefined;

/** The days from the one before `from` to that of `to`; kept for the next station, which mostly asks the same. */
function daysOf(zone: string, from: Date, to: Date): readonly Day[] {
  const key = `${zone} ${from.getTime()} ${to.getTime()}`;
  if (lastDays?.key === key) return lastDays.days;
  const days: Day[] = [];
  const last = calendarDay(to, zone);
  for (let date = addDays(calendarDay(from, zone), -1); date <= last;) {
    const next = addDays(date, 1);
    days.push({ date, next, weekday: weekdayOf(date) });
    date = next;
  }
  lastDays = { key, days };
  return days;
}

const instants = new Map<string, number>();

/** `instantAt` in milliseconds, remembered: thousands of stations share few zones, days and times. */
export function instantOf(date: CalendarDay, time: string, zone: string): number {
  const key = `${zone} ${date} ${time}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size > 50_000) instants.clear();
  const instant = instantAt(date, time, zone).getTime();
  instants.set(key, instant);
  return instant;
}

import {
  addDays,
  calendarDay,
  localTime,
  minutesOfTime,
  weekdayOf,
  type CalendarDay,
} from "@/lib/core/calendar";
import { dayMinutes, dayMs, minuteMs } from "@/lib/core/durations";

import { closingMinute, clockTime, type HourWindow } from "./parse-hour-clauses";
import type { Weekly } from "./parse-opening-hours";

/** A time in which a station is open or closed against its week, as a source tells it. */
export interface ExceptionalPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly open: boolean;
}

/** A date that has windows of its own, in the station's zone. */
export interface DateHours {
  readonly date: CalendarDay;
  readonly closed: boolean;
  readonly windows: readonly HourWindow[];
}

/** Minutes of the wall clock since 1970-01-01. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A closing for longer is no exception any more. */
const mostDays = 366;

/**
 * The dates on which exceptional openings and closings change the week's windows, from today on. A closing goes before
 * an opening. Null where more days are concerned than a schedule should have as exceptions.
 */
export function findExceptions(
  weekly: Weekly,
  periods: readonly ExceptionalPeriod[],
  zone: string,
  now: Date,
): DateHours[] | null {
  const today = dayNumber(calendarDay(now, zone)) * dayMinutes;
  const spans = periods
    .map((period) => ({ ...wallSpan(period, zone), open: period.open }))
    .map((span) => ({ ...span, from: Math.max(span.from, today) }))
    .filter(({ from, to }) => to > from);
  const days = new Set<number>();
  for (const { from, to } of spans) {
    // The night before may still run into it, and its own last night may begin after it.
    const last = dayAt(to - 1) + 1;
    for (let day = dayAt(from) - 1; day <= last; day += 1) {
      if (days.add(day).size > mostDays) return null;
    }
  }
  const usual = [...days].flatMap((day) => windowsOn(weekly, day));
  const opened = spans
    .filter(({ open }) => open)
    .reduce<Span[]>(
      (all, span) => [...all, ...all.reduce<Span[]>(without, [span]).flatMap(daily)],
      usual,
    );
  const left = spans.filter(({ open }) => !open).reduce<Span[]>(without, opened);
  const byDay = Map.groupBy(left, ({ from }) => dayAt(from));
  return [...days]
    .toSorted((a, b) => a - b)
    .flatMap((day) => {
      const windows = (byDay.get(day) ?? []).toSorted((a, b) => a.from - b.from);
      const before = windowsOn(weekly, day);
      if (same(windows, before)) return [];
      return [{ date: dateOf(day), closed: windows.length === 0, windows: joined(windows, day) }];
    });
}

/** What the periods say in words, in the station's zone; those that are over are left out. */
export function exceptionWords(
  periods: readonly ExceptionalPeriod[],
  zone: string,
  now: Date,
): string {
  return periods
    .filter(({ to }) => to > now)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map((period) => {
      const { from, to } = wallSpan(period, zone);
      const [first, last] = [dayAt(from), dayAt(to - 1)];
      const end = clockTime(to - last * dayMinutes);
      const start = `${dateOf(first)} ${clockTime(from - first * dayMinutes)}`;
      const range = first === last ? `${start}–${end}` : `${start} – ${dateOf(last)} ${end}`;
      return `${period.open ? "Open" : "Closed"} ${range}`;
    })
    .join("; ");
}

function wallSpan({ from, to }: ExceptionalPeriod, zone: string): Span {
  const wall = (at: Date) =>
    dayNumber(calendarDay(at, zone)) * dayMinutes + minutesOfTime(localTime(at, zone));
  // A second within a minute at the end means the minute.
  const end = wall(new Date(Math.ceil(to.getTime() / minuteMs) * minuteMs));
  return { from: wall(from), to: closingMinute(end) };
}

const dayAt = (minute: number) => Math.floor(minute / dayMinutes);
const dayNumber = (day: CalendarDay) => new Date(`${day}T00:00:00Z`).getTime() / dayMs;
const dateOf = (day: number): CalendarDay => addDays("1970-01-01", day);

function windowsOn(weekly: Weekly, day: number): Span[] {
  return weekly[weekdayOf(dateOf(day))].map(({ start, end }) => {
    const from = day * dayMinutes + minutesOfTime(start);
    const to = day * dayMinutes + minutesOfTime(end);
    return { from, to: to > from ? to : to + dayMinutes };
  });
}

/** The spans less one of them. */
const without = (spans: readonly Span[], gone: Span): Span[] =>
  spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, gone.from) },
      { from: Math.max(from, gone.to), to },
    ].filter((part) => part.to > part.from),
  );

/** A span by the days that it touches. */
function daily({ from, to }: Span): Span[] {
  const parts: Span[] = [];
  for (let start = from; start < to;) {
    const end = Math.min(to, (dayAt(start) + 1) * dayMinutes);
    parts.push({ from: start, to: end });
    start = end;
  }
  return parts;
}

const same = (one: readonly Span[], other: readonly Span[]) =>
  one.length === other.length &&
  one.every(({ from, to }, at) => from === other[at]?.from && to === other[at]?.to);

/** A day's spans as windows; what touches becomes one, so that slots run on from the earlier start. */
function joined(spans: readonly Span[], day: number): HourWindow[] {
  const whole = spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (last?.to !== span.from || span.to - last.from > dayMinutes) return [...all, span];
    return [...all.slice(0, -1), { from: last.from, to: span.to }];
  }, []);
  const start = day * dayMinutes;
  return whole.map(({ from, to }) => {
    const end = to - start;
    return {
      start: clockTime(from - start),
      end: clockTime(end > dayMinutes ? end - dayMinutes : end),
    };
  });
}

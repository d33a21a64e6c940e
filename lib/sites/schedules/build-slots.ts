import { addDays, calendarDay, weekdayOf, type CalendarDay } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";
import { minuteMs } from "@/lib/core/durations";

import type { Range, Schedule, Slot, SlotPlan } from "./rules";

/**
 * The slots that start in `[from, to)`, in order (product.md, Schedule and Slot): exact lengths of real time from
 * each window's start on, a remainder shorter than a slot not offered; capacity is the active connectors or the
 * date's override, whichever is less, without those held, never below 0. No slots at an Inactive station nor at
 * one that no business runs. Slots never overlap one another.
 */
export function buildSlots(
  plan: SlotPlan,
  reservedBy: readonly Range[],
  from: Date,
  to: Date,
): Slot[] {
  const { station, schedule, connectors } = plan;
  if (station.status === "Inactive" || station.businessId === null) return [];
  const length = station.slotMinutes * minuteMs;
  const limits = overrideSpans(schedule, station.timeZone);
  const holds = plan.holds.map(inMilliseconds);
  const bookings = reservedBy.map(inMilliseconds);
  const slots: Slot[] = [];
  for (const window of openings(schedule, station.timeZone, from, to)) {
    for (let start = window.start; start + length <= window.end; start += length) {
      if (start < from.getTime() || start >= to.getTime()) continue;
      const end = start + length;
      let places = connectors;
      let held = 0;
      let reserved = 0;
      for (const span of limits) if (meets(span, start, end)) places = Math.min(places, span.count);
      for (const span of holds) if (meets(span, start, end)) held += span.count;
      for (const span of bookings) if (meets(span, start, end)) reserved += 1;
      held = Math.min(held, places);
      slots.push({
        startsAt: new Date(start),
        endsAt: new Date(end),
        capacity: places - held,
        held,
        reserved,
      });
    }
  }
  return slots;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const meets = (span: Span, start: number, end: number) => span.start < end && span.end > start;

function inMilliseconds(range: Range & { connectors?: number }): Span & { count: number } {
  return {
    start: range.startsAt.getTime(),
    end: range.endsAt.getTime(),
    count: range.connectors ?? 1,
  };
}

/** The days with an override as spans; a slot over midnight keeps to the stricter of its two days. */
function overrideSpans(schedule: Schedule, zone: string): (Span & { count: number })[] {
  return schedule.capacityOverrides.map(({ date, connectors }) => ({
    start: instantOf(date, "00:00", zone),
    end: instantOf(date, "24:00", zone),
    count: connectors,
  }));
}

/**
 * The opening windows of `[from, to)` as stretches of real time, in order and without overlap. A window belongs to
 * the day on which it starts, so yesterday's may still run, and today's exception leaves it alone.
 */
function openings(schedule: Schedule, zone: string, from: Date, to: Date): Span[] {
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception]));
  const spans: Span[] = [];
  const last = calendarDay(to, zone);
  for (let date = addDays(calendarDay(from, zone), -1); date <= last; date = addDays(date, 1)) {
    const windows = exceptions.get(date)?.windows ?? schedule.weekly[weekdayOf(date)] ?? [];
    for (const { start, end } of windows) {
      const endDate = end <= start ? addDays(date, 1) : date;
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

const instants = new Map<string, number>();

/** `instantAt` in milliseconds, remembered: thousands of stations share few zones, days and times. */
function instantOf(date: CalendarDay, time: string, zone: string): number {
  const key = `${zone} ${date} ${time}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size > 50_000) instants.clear();
  const instant = instantAt(date, time, zone).getTime();
  instants.set(key, instant);
  return instant;
}

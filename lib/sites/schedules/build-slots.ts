import { addDays, calendarDay, weekdayOf, type CalendarDay } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";
import { minuteMs } from "@/lib/core/durations";

import type { Hold, Outage, Range, Schedule, Slot, SlotPlan } from "./rules";

/**
 * The slots that start in `[from, to)`, in order (product.md, Schedule and Slot): exact lengths of real time from
 * each window's start on, a remainder shorter than a slot not offered. No slots at an Inactive station nor at
 * one that no business runs. Slots never overlap one another.
 */
export function buildSlots(
  plan: SlotPlan,
  reservedBy: readonly Range[],
  from: Date,
  to: Date,
): Slot[] {
  const { station, schedule } = plan;
  if (station.status === "Inactive" || station.businessId === null) return [];
  const length = station.slotMinutes * minuteMs;
  const placesIn = placesOf(plan);
  const claims = reservedBy.map(spanOf);
  const slots: Slot[] = [];
  for (const window of openings(schedule, station.timeZone, from, to)) {
    for (let start = window.start; start + length <= window.end; start += length) {
      if (start < from.getTime() || start >= to.getTime()) continue;
      const end = start + length;
      let reserved = 0;
      for (const span of claims) if (meets(span, start, end)) reserved += 1;
      slots.push({
        startsAt: new Date(start),
        endsAt: new Date(end),
        ...placesIn(start, end),
        reserved,
      });
    }
  }
  return slots;
}

/**
 * How many places a time has: the Active connectors less those that an outage or a hold by name covers, each counted
 * once, or the date's override, whichever is less, less what holds take by number, never below 0 (product.md, Slot).
 * `held` is how many more there would be without holds.
 */
export function placesOf(
  plan: SlotPlan,
): (start: number, end: number) => Pick<Slot, "capacity" | "held"> {
  const active = new Set(plan.connectors);
  const limits = overrideSpans(plan.schedule, plan.station.timeZone);
  const outages = plan.outages
    .filter(({ connectorId }) => active.has(connectorId))
    .map((outage) => ({ ...spanOf(outage), id: outage.connectorId }));
  const named = plan.holds.flatMap((hold) =>
    (hold.connectorIds ?? []).filter((id) => active.has(id)).map((id) => ({ ...spanOf(hold), id })),
  );
  const counted = plan.holds.map((hold) => ({ ...spanOf(hold), count: hold.connectors ?? 0 }));
  return (start, end) => {
    let limit = Infinity;
    for (const span of limits) if (meets(span, start, end)) limit = Math.min(limit, span.count);
    const out = new Set<string>();
    for (const span of outages) if (meets(span, start, end)) out.add(span.id);
    const unheld = Math.min(active.size - out.size, limit);
    for (const span of named) if (meets(span, start, end)) out.add(span.id);
    let places = Math.min(active.size - out.size, limit);
    for (const span of counted) if (meets(span, start, end)) places -= span.count;
    const capacity = Math.max(0, places);
    return { capacity, held: unheld - capacity };
  };
}

/** The connectors that an outage or a hold by name takes at an instant, in milliseconds. */
export function outAt({ outages, holds }: SlotPlan, at: number): ReadonlySet<string> {
  const lasts = (range: Hold | Outage) => meets(spanOf(range), at, at + 1);
  return new Set([
    ...outages.filter(lasts).map(({ connectorId }) => connectorId),
    ...holds.filter(lasts).flatMap(({ connectorIds }) => connectorIds ?? []),
  ]);
}

/** Whether the station's hours say that it is open; one that nobody runs, and whose hours nobody told, is not closed. */
export function isOpenAt({ station, schedule }: SlotPlan, at: Date): boolean {
  const isTold = [...Object.values(schedule.weekly), ...schedule.exceptions].flat().length > 0;
  if (station.businessId === null && !isTold) return true;
  const now = at.getTime();
  return openings(schedule, station.timeZone, at, at).some((span) => meets(span, now, now + 1));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const meets = (span: Span, start: number, end: number) => span.start < end && span.end > start;

/** In milliseconds; without an end for ever. */
const spanOf = (range: { readonly startsAt: Date; readonly endsAt: Date | null }): Span => ({
  start: range.startsAt.getTime(),
  end: range.endsAt?.getTime() ?? Infinity,
});

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

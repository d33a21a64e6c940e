import {
  addDays,
  calendarDay,
  instantAt,
  weekdayOf,
  type CalendarDay,
} from "@/lib/core/time-zones";

import type { ConflictReason, HoldView, ScheduleView, SlotView, Window } from "./schema";

/** A slot is at most this long (product.md, Station), so what overlaps an instant began at most so long before. */
export const longestSlotMinutes = 240;
const minute = 60_000;
const day = 24 * 60 * minute;

export interface Schedule {
  readonly weekly: Readonly<Record<string, readonly Window[]>>;
  readonly exceptions: readonly {
    readonly date: CalendarDay;
    readonly closed: boolean;
    readonly windows: readonly Window[];
  }[];
  readonly capacityOverrides: readonly {
    readonly date: CalendarDay;
    readonly connectors: number;
  }[];
}

export const closedAlways: Schedule = { weekly: {}, exceptions: [], capacityOverrides: [] };

/** A stretch of real time `[startsAt, endsAt)`. */
export interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Connectors taken out of service for a while. */
export interface Hold extends Range {
  readonly connectors: number;
}

/** Everything that decides which slots a station has. */
export interface SlotPlan {
  readonly station: {
    /** Null for a listed station that no business runs yet. */
    readonly businessId: string | null;
    readonly timeZone: string;
    readonly status: "Active" | "Inactive" | "Maintenance";
    readonly slotMinutes: number;
  };
  readonly schedule: Schedule;
  readonly holds: readonly Hold[];
  /** How many connectors are Active. */
  readonly connectors: number;
}

export interface Slot extends Range {
  readonly capacity: number;
  /** Connectors that holds take from the slot. */
  readonly held: number;
  /** Bookings that hold a place. */
  readonly reserved: number;
}

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
  const length = station.slotMinutes * minute;
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

/** The end of the horizon within which slots are built. */
export function horizonEnd(now: Date, horizonDays: number): Date {
  return new Date(now.getTime() + horizonDays * day);
}

/**
 * Why a booking of these times no longer fits its station's slots, or null: a part of it lies in no slot, or a
 * slot that it overlaps has more bookings than places (product.md, Slot). `slots` are in order.
 */
export function findConflict(booking: Range, slots: readonly Slot[]): ConflictReason | null {
  const own = slots.filter(
    (slot) => slot.startsAt < booking.endsAt && slot.endsAt > booking.startsAt,
  );
  let covered = booking.startsAt;
  for (const slot of own) {
    if (slot.startsAt > covered) return "OutsideSlots";
    covered = slot.endsAt;
  }
  if (covered < booking.endsAt) return "OutsideSlots";
  return own.some((slot) => slot.reserved > slot.capacity) ? "OverCapacity" : null;
}

/** What anyone may know of a slot. */
export function viewSlot(slot: Slot): SlotView {
  return {
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    capacity: slot.capacity,
    remaining: Math.max(0, slot.capacity - slot.reserved),
  };
}

export function viewSchedule(
  station: { readonly id: string; readonly timeZone: string },
  schedule: Schedule,
  updatedAt: Date | null,
): ScheduleView {
  const on = (weekday: string) => schedule.weekly[weekday] ?? [];
  return {
    stationId: station.id,
    timeZone: station.timeZone,
    weekly: {
      mon: [...on("mon")],
      tue: [...on("tue")],
      wed: [...on("wed")],
      thu: [...on("thu")],
      fri: [...on("fri")],
      sat: [...on("sat")],
      sun: [...on("sun")],
    },
    exceptions: schedule.exceptions.map((one) => ({ ...one, windows: [...one.windows] })),
    capacityOverrides: [...schedule.capacityOverrides],
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

export function viewHold(
  hold: Hold & { id: string; stationId: string; reason: string; createdAt: Date },
): HoldView {
  return {
    id: hold.id,
    stationId: hold.stationId,
    startsAt: hold.startsAt.toISOString(),
    endsAt: hold.endsAt.toISOString(),
    connectors: hold.connectors,
    reason: hold.reason,
    createdAt: hold.createdAt.toISOString(),
  };
}

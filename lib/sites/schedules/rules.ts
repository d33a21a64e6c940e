import type { Window } from "@/lib/core/opening-hours";
import { isDeepStrictEqual } from "node:util";
import { fail, failField } from "@/lib/core/errors";
import type { CalendarDay } from "@/lib/core/calendar";
import { dayMs, longestSlotMinutes, minuteMs } from "@/lib/core/durations";
import { isAsSeen } from "@/lib/core/seen-version";
import type { StationStatus } from "@/lib/sites/stations/schema";

import type { Place } from "./place-groups";
import type { SetSchedule } from "./schema";

export interface Schedule {
  readonly weekly: Readonly<Record<string, readonly Window[]>>;
  readonly exceptions: readonly {
    readonly date: CalendarDay;
    readonly closed: boolean;
    readonly windows: readonly Window[];
    /** In words that drivers see; left out where none was given. */
    readonly reason?: string;
  }[];
  readonly capacityOverrides: readonly {
    readonly date: CalendarDay;
    readonly connectors: number;
  }[];
}

/** A schedule as it is stored: every weekday named. */
export type NormalSchedule = Omit<Schedule, "weekly"> & Pick<SetSchedule, "weekly">;

/** One spelling for schedules that mean the same: dates and windows in order. */
export function normalSchedule(input: SetSchedule): NormalSchedule {
  const ordered = (windows: readonly Window[] = []) =>
    windows.toSorted((one, other) => one.start.localeCompare(other.start));
  const { mon, tue, wed, thu, fri, sat, sun } = input.weekly;
  return {
    weekly: {
      mon: ordered(mon),
      tue: ordered(tue),
      wed: ordered(wed),
      thu: ordered(thu),
      fri: ordered(fri),
      sat: ordered(sat),
      sun: ordered(sun),
    },
    exceptions: input.exceptions
      .map(({ date, closed = false, windows, reason }) => ({
        date,
        closed,
        windows: ordered(windows),
        ...(reason && { reason }),
      }))
      .toSorted((one, other) => one.date.localeCompare(other.date)),
    capacityOverrides: input.capacityOverrides.toSorted((one, other) =>
      one.date.localeCompare(other.date),
    ),
  };
}

/** The parts in which two schedules differ, each as `[before, after]`. */
export function differences(before: Schedule, after: Schedule): Record<string, [unknown, unknown]> {
  const parts = ["weekly", "exceptions", "capacityOverrides"] as const;
  return Object.fromEntries(
    parts
      .filter((part) => !isDeepStrictEqual(before[part], after[part]))
      .map((part) => [part, [before[part], after[part]]]),
  );
}

/**
 * Throws `schedule.changed` where the schedule is not the one that whoever sets another has seen. `seen` is the
 * `updatedAt` of theirs, null for none; undefined asks nothing.
 */
export function assertAsSeen(seen: Date | null | undefined, updatedAt: Date | null): void {
  if (!isAsSeen(seen, updatedAt)) throw fail("schedule.changed");
}

export const closedAlways: Schedule = { weekly: {}, exceptions: [], capacityOverrides: [] };

/** A stretch of real time `[startsAt, endsAt)`. */
export interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a hold takes: so many connectors, whichever, or those that it names. One of the two is null. */
export interface Held {
  readonly connectors: number | null;
  readonly connectorIds: readonly string[] | null;
}

/** Connectors taken out of service for a while. */
export interface Hold extends Range, Held {
  readonly reason?: string;
}

/** A time in which a connector cannot be used; without an end until further notice. */
export interface Outage {
  readonly connectorId: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly reason?: string | null;
}

/** Everything that decides which slots a station has. */
export interface SlotPlan {
  readonly station: {
    /** Null for a listed station that no business runs yet. */
    readonly businessId: string | null;
    readonly timeZone: string;
    readonly status: StationStatus;
    readonly slotMinutes: number;
  };
  readonly schedule: Schedule;
  readonly holds: readonly Hold[];
  /** Those that have not ended. */
  readonly outages: readonly Outage[];
  /** The Active connectors: each a place. */
  readonly places: readonly Place[];
  /** The numbers that groups of places have been given, by their keys. */
  readonly groupNumbers: ReadonlyMap<string, number>;
}

/** Bookable time of a station, all its groups of places together. */
export interface TimeSlot extends Range {
  readonly capacity: number;
  /** Places that holds take from the slot. */
  readonly held: number;
  /** Claims that hold a place. */
  readonly reserved: number;
  /** Places that are left, in whichever group. */
  readonly remaining: number;
}

/** The same of one group of its places. */
export interface Slot extends Omit<TimeSlot, "remaining"> {
  /** The group's number at its station. */
  readonly group: number;
  /** Which of the group's places are open (`namePlaces`). */
  readonly openPlaces: string;
  /**
   * Whether other places of the group are open in a slot before or after it without a gap: there a count is no promise
   * for several slots in a row (docs/decisions/place-groups.md).
   */
  readonly uneven: boolean;
}

/**
 * How far ahead one may look, in days of 24 hours: slots are built before this instant, and where bookings may be
 * made so many days ahead, the last starts at it.
 */
export function horizonEnd(now: Date, daysAhead: number): Date {
  return new Date(now.getTime() + daysAhead * dayMs);
}

/** No slot that runs at the instant or later began at or before this, the longest slot's length before it. */
export function longestSlotBefore(instant: Date): Date {
  return new Date(instant.getTime() - longestSlotMinutes * minuteMs);
}

/** Throws `hold.over` at `endsAt` when a hold would end in the past. */
export function assertHoldAhead(hold: Range, now: Date): void {
  if (hold.endsAt <= now) throw failField("hold.over", "endsAt");
}

/** Slots that began before this instant are not kept. */
export function historyStart(now: Date): Date {
  return new Date(now.getTime() - 400 * dayMs);
}

/**
 * Every run of slots that follow one another without a gap, each of them free, and last exactly so many milliseconds
 * together. `slots` are in order, and so are the runs.
 */
export function freeRuns<S extends Range>(
  slots: readonly S[],
  lengthMs: number,
  isFree: (slot: S) => boolean,
): S[][] {
  return slots.flatMap((first, index) => {
    let reached = first.startsAt.getTime();
    const end = reached + lengthMs;
    for (let at = index; at < slots.length && reached < end; at += 1) {
      const slot = slots[at];
      if (!slot || slot.startsAt.getTime() !== reached || !isFree(slot)) return [];
      reached = slot.endsAt.getTime();
      if (reached === end) return [slots.slice(index, at + 1)];
    }
    return [];
  });
}

/** Slots of groups as times of their station, by start. */
export function timesOf(slots: readonly Slot[]): TimeSlot[] {
  const times = new Map<number, TimeSlot>();
  for (const { startsAt, endsAt, capacity, held, reserved } of slots) {
    const known = times.get(startsAt.getTime());
    times.set(startsAt.getTime(), {
      startsAt,
      endsAt,
      capacity: capacity + (known?.capacity ?? 0),
      held: held + (known?.held ?? 0),
      reserved: reserved + (known?.reserved ?? 0),
      remaining: Math.max(0, capacity - reserved) + (known?.remaining ?? 0),
    });
  }
  return [...times.values()].toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
}

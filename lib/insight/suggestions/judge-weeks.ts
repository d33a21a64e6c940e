import { minutesOfTime, weekdays, type Weekday } from "@/lib/core/calendar";
import { hourMs, minuteMs } from "@/lib/core/durations";
import { freeRuns } from "@/lib/sites/schedules/inside";

import type { ReadClock } from "./read-clocks";
import { daysAgo, type TimeWindow } from "./rules";

export type { TimeWindow } from "./rules";

/** How many stations an office hears of, where it names none. */
export const mostBusiest = 50;
/** How far back weeks are compared, and in how many of them something happens to be told. */
export const pastWeeks = 4;
export const fewestWeeks = 3;
/** How long work is thought to take, and how far ahead it is planned. */
const workMs = 2 * hourMs;
const plannedDays = 7;

/** What is compared: four whole weeks up to now, and the week that comes. */
export function weeksAround(now: Date): { readonly past: TimeWindow; readonly ahead: TimeWindow } {
  return {
    past: { from: daysAgo(now, pastWeeks * 7), to: now },
    ahead: { from: now, to: daysAgo(now, -plannedDays) },
  };
}

/** A slot, and how many of its places are taken or were. */
export interface TakenSlot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly taken: number;
}

/** How sessions ended on a connector. */
export interface ConnectorOutcomes {
  readonly id: string;
  readonly number: number;
  readonly ended: number;
  readonly failed: number;
}

/** Past slots of one station with what bookings took of them; both in order of their start. */
export function countTaken(
  slots: readonly Omit<TakenSlot, "taken">[],
  bookings: readonly { readonly startsAt: Date; readonly endsAt: Date }[],
): TakenSlot[] {
  const ordered = bookings.toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  const longest = Math.max(
    0,
    ...ordered.map((one) => one.endsAt.getTime() - one.startsAt.getTime()),
  );
  let first = 0;
  return slots.map((slot) => {
    // What began so long before has ended, for this slot and all that follow.
    while (
      first < ordered.length &&
      (ordered[first]?.startsAt.getTime() ?? 0) + longest <= slot.startsAt.getTime()
    ) {
      first += 1;
    }
    let taken = 0;
    for (let at = first; at < ordered.length; at += 1) {
      const booking = ordered[at];
      if (!booking || booking.startsAt >= slot.endsAt) break;
      if (booking.endsAt > slot.startsAt) taken += 1;
    }
    return { ...slot, taken };
  });
}

/** The hour of the week that a slot is, by the station's clock. */
interface WeekHour {
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

/** Tells the hour of the week of a station's slots. */
const weekHours =
  (readClock: ReadClock, timeZone: string) =>
  ({ startsAt, endsAt }: Pick<TakenSlot, "startsAt" | "endsAt">): WeekHour => {
    const { weekday, time: from } = readClock(startsAt, timeZone);
    const { time: to } = readClock(endsAt, timeZone);
    return { weekday, from, to: to === "00:00" ? "24:00" : to };
  };

const keyOf = ({ weekday, from }: Pick<WeekHour, "weekday" | "from">) => `${weekday} ${from}`;

/** Hours of a weekday in which nothing was left in so many weeks, of so many in which they were offered. */
export interface SoldOutHours extends WeekHour {
  readonly weeks: number;
  readonly offeredWeeks: number;
}

/**
 * Hours that were sold out in 3 of the last 4 weeks at least, the most often first. Those that follow one another are
 * told as one, with the fewest weeks of them.
 */
export function soldOutHours(
  past: readonly TakenSlot[],
  timeZone: string,
  readClock: ReadClock,
): SoldOutHours[] {
  const weekHourOf = weekHours(readClock, timeZone);
  const slots = past.map((slot) => ({ ...slot, ...weekHourOf(slot) }));
  const hours = [...Map.groupBy(slots, (slot) => `${keyOf(slot)} ${slot.to}`).values()]
    .flatMap((same) => {
      const [first] = same;
      const weeks = same.filter(({ taken, capacity }) => taken >= capacity).length;
      if (!first || weeks < fewestWeeks) return [];
      const { weekday, from, to } = first;
      return [{ weekday, from, to, weeks, offeredWeeks: same.length }];
    })
    .toSorted(byWeek);
  const joined: SoldOutHours[] = [];
  for (const hour of hours) {
    const last = joined.at(-1);
    if (last && last.weekday === hour.weekday && last.to === hour.from) {
      joined[joined.length - 1] = {
        ...last,
        to: hour.to,
        weeks: Math.min(last.weeks, hour.weeks),
        offeredWeeks: Math.min(last.offeredWeeks, hour.offeredWeeks),
      };
    } else joined.push(hour);
  }
  return joined.toSorted((one, other) => other.weeks - one.weeks || byWeek(one, other));
}

const byWeek = (one: WeekHour, other: WeekHour) =>
  weekdays.indexOf(one.weekday) - weekdays.indexOf(other.weekday) ||
  minutesOfTime(one.from) - minutesOfTime(other.from);

/** Two hours in which work would hit few. */
export interface QuietHours {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly places: number;
  readonly booked: number;
  /** What share of the places was taken then in the weeks before, to four places, and in how many weeks. */
  readonly usualShare: number;
  readonly weeks: number;
}

/**
 * The quietest windows of the week that comes, none overlapping another: those in which least is booked already, of
 * those the ones that used to be emptiest at that hour of the week, of those the soonest. None for a station that
 * nobody booked in four weeks, because all its hours are alike, and no window that was offered in fewer than 3 of them.
 */
export function quietHours(
  past: readonly TakenSlot[],
  ahead: readonly TakenSlot[],
  timeZone: string,
  readClock: ReadClock,
  most: number,
): QuietHours[] {
  if (past.every(({ taken }) => taken === 0)) return [];
  const weekHourOf = weekHours(readClock, timeZone);
  const usual = Map.groupBy(past, (slot) => keyOf(weekHourOf(slot)));
  const windows = freeRuns(ahead, lengthOfWork(ahead), () => true).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const before = run.map((slot) => usual.get(keyOf(weekHourOf(slot))) ?? []);
    const weeks = Math.min(...before.map((same) => same.length));
    if (!first || !last || weeks < fewestWeeks) return [];
    const seen = before.flat();
    const taken = sum(seen.map((slot) => slot.taken));
    const offered = sum(seen.map((slot) => slot.capacity));
    return [
      {
        startsAt: first.startsAt,
        endsAt: last.endsAt,
        places: Math.min(...run.map((slot) => slot.capacity)),
        booked: Math.max(...run.map((slot) => slot.taken)),
        usualShare: Math.round((taken / offered) * 10_000) / 10_000,
        weeks,
      },
    ];
  });
  const chosen: QuietHours[] = [];
  for (const window of windows.toSorted(byQuiet)) {
    const isApart = chosen.every(
      (one) => window.startsAt >= one.endsAt || window.endsAt <= one.startsAt,
    );
    if (isApart && chosen.length < most) chosen.push(window);
  }
  return chosen;
}

/** Two hours in whole slots of the station's length. */
function lengthOfWork([first]: readonly TakenSlot[]): number {
  const slotMs = first ? first.endsAt.getTime() - first.startsAt.getTime() : minuteMs;
  return Math.ceil(workMs / slotMs) * slotMs;
}

const byQuiet = (one: QuietHours, other: QuietHours) =>
  one.booked - other.booked ||
  one.usualShare - other.usualShare ||
  one.startsAt.getTime() - other.startsAt.getTime();

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

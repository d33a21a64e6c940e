import type { Weekday } from "@/lib/core/calendar";
import { dayMinutes, minuteMs } from "@/lib/core/durations";

import type { ClockTime, ReadClock } from "./read-clocks";
import { alikeMinutes, atFirst, fewestSessions } from "./rules";

/** One of a driver's own sessions that ended well. */
export interface OwnSession {
  readonly stationId: string;
  readonly timeZone: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Null where no meter told it. */
  readonly energyWh: number | null;
}

/** What is learnt of a driver. */
export interface Habits {
  /** As long as a session of theirs usually takes, and as much as it charges, to 100 Wh. */
  readonly minutes: number;
  readonly energyWh: number;
  readonly sessions: number;
  /** By station, and at the station where most were. */
  readonly at: ReadonlyMap<string, number>;
  readonly most: number;
  /** When each began, by its station's clock. */
  readonly begun: readonly ClockTime[];
}

/** Whether there are enough sessions to speak of a habit. */
export const hasHabit = ({ sessions }: Habits) => sessions >= fewestSessions;

/** What a driver's sessions tell of the next one; 60 minutes and 20 kWh where there are none. */
export function learnHabits(sessions: readonly OwnSession[], readClock: ReadClock): Habits {
  const minutes = sessions.map(({ startedAt, endedAt }) =>
    Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / minuteMs)),
  );
  const energies = sessions.flatMap(({ energyWh }) => energyWh || []);
  const energy = medianOf(energies);
  const at = new Map<string, number>();
  for (const { stationId } of sessions) at.set(stationId, (at.get(stationId) ?? 0) + 1);
  return {
    minutes: medianOf(minutes) ?? atFirst.minutes,
    energyWh: energy === null ? atFirst.energyWh : Math.round(energy / 100) * 100,
    sessions: sessions.length,
    at,
    most: Math.max(0, ...at.values()),
    begun: sessions.map(({ startedAt, timeZone }) => readClock(startedAt, timeZone)),
  };
}

/** The middle one, of two the mean, rounded; null of none. */
function medianOf(numbers: readonly number[]): number | null {
  const ordered = numbers.toSorted((one, other) => one - other);
  const middle = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(middle) - 1], ordered[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** How many of a driver's sessions began within an hour of this time of such a day, across midnight too. */
export function countAlike({ begun }: Habits, { weekday, minute }: ClockTime): number {
  return begun.filter((one) => {
    const apart = Math.abs(one.minute - minute);
    const isNear = Math.min(apart, dayMinutes - apart) <= alikeMinutes;
    return isNear && isWeekend(one.weekday) === isWeekend(weekday);
  }).length;
}

const isWeekend = (weekday: Weekday) => weekday === "sat" || weekday === "sun";

/** How much a driver does so: a half for the station, a half for the time. */
export function habitValue(habits: Habits, stationId: string, alike: number): number {
  if (habits.sessions === 0) return 0;
  return (habits.at.get(stationId) ?? 0) / habits.most / 2 + alike / habits.sessions / 2;
}

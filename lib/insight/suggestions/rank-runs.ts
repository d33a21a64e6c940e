import { countAlike, habitValue, hasHabit, type Habits } from "./learn-habits";
import type { ClockTime, ReadClock } from "./read-clocks";
import {
  comparePrices,
  distanceValue,
  mostPoints,
  mostShown,
  type Outcomes,
  type Part,
  partsOf,
  type Prices,
  priceValue,
  reliabilityValue,
  scoreOf,
  type Values,
} from "./rules";
import { type PartName, partName } from "./schema";
import type { FreeSlot } from "./store/free-slots";

/** A station that a driver could charge at, with every time that they could book there. */
export interface Candidate extends Outcomes {
  readonly id: string;
  readonly timeZone: string;
  readonly metres: number;
  readonly currency: string;
  readonly totalMinor: number;
  /** Runs of slots with a place left, in order. */
  readonly runs: readonly (readonly FreeSlot[])[];
}

/** The best time of a station, and what its score follows from. */
export interface Ranked<C extends Candidate> {
  readonly candidate: C;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly slots: number;
  readonly score: number;
  readonly parts: readonly Part[];
  readonly prices: Prices;
  /** Of the slot of which the smallest part is left. */
  readonly free: number;
  readonly capacity: number;
  /** How many own sessions began about then. */
  readonly alike: number;
}

/**
 * The best stations, each with its best time, the best first; of equal scores the sooner, then the nearer, then by id.
 * Prices are compared among those stations that have a time at all.
 */
export function rankRuns<C extends Candidate>(
  candidates: readonly C[],
  habits: Habits,
  readClock: ReadClock,
): Ranked<C>[] {
  const open = candidates.filter(({ runs }) => runs.length > 0);
  const prices = comparePrices(open);
  if (!prices) return [];
  const names = partName.options.filter((name) => name !== "habit" || hasHabit(habits));
  const most = mostPoints(names);
  const judge = { habits, alikeAt: alikeAt(habits, readClock), prices, names, most };
  return open
    .flatMap((candidate) => bestOf(candidate, judge))
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        one.startsAt.getTime() - other.startsAt.getTime() ||
        one.candidate.metres - other.candidate.metres ||
        (one.candidate.id < other.candidate.id ? -1 : 1),
    )
    .slice(0, mostShown)
    .map(({ values, ...best }) => ({ ...best, parts: partsOf(names, most, values) }));
}

interface Judge {
  readonly habits: Habits;
  readonly alikeAt: (instant: Date, timeZone: string) => number;
  readonly prices: Prices;
  readonly names: readonly PartName[];
  readonly most: readonly number[];
}

/** How many own sessions began about then; counted once for what all stations have at the same time. */
function alikeAt(habits: Habits, readClock: ReadClock): Judge["alikeAt"] {
  const known = new Map<ClockTime, number>();
  return (instant, timeZone) => {
    const shown = readClock(instant, timeZone);
    const alike = known.get(shown) ?? countAlike(habits, shown);
    known.set(shown, alike);
    return alike;
  };
}

type Judged<C extends Candidate> = Omit<Ranked<C>, "parts"> & {
  readonly values: Values & { readonly room: number };
};

/** The station's time with the highest score, of several the soonest. */
function bestOf<C extends Candidate>(candidate: C, judge: Judge): Judged<C>[] {
  const { habits, prices, names, most } = judge;
  const always = {
    distance: distanceValue(candidate.metres),
    price: priceValue(candidate, prices),
    reliability: reliabilityValue(candidate),
  };
  let best: Judged<C> | undefined;
  for (const run of candidate.runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const { free, capacity } = fullestOf(run);
    const alike = judge.alikeAt(first.startsAt, candidate.timeZone);
    const room = free / capacity;
    // What is better in neither cannot have a higher score.
    if (best && room <= best.values.room && alike <= best.alike) continue;
    const values = { ...always, room, habit: habitValue(habits, candidate.id, alike) };
    const score = scoreOf(names, most, values);
    if (best && best.score >= score) continue;
    const { startsAt } = first;
    const { endsAt } = last;
    best = {
      candidate,
      startsAt,
      endsAt,
      slots: run.length,
      score,
      values,
      prices,
      free,
      capacity,
      alike,
    };
  }
  return best ? [best] : [];
}

/** Of the run's slot of which the smallest part is left: how many places are, of how many. */
function fullestOf(run: readonly FreeSlot[]): { readonly free: number; readonly capacity: number } {
  let fullest = { free: 1, capacity: 0 };
  for (const { capacity, reserved } of run) {
    const free = capacity - reserved;
    const isFirst = fullest.capacity === 0;
    if (isFirst || free * fullest.capacity < fullest.free * capacity) fullest = { free, capacity };
  }
  return fullest;
}

import { hourMs, minuteMs, dayMs } from "@/lib/core/durations";

import type { PartName, SuggestCharging } from "./schema";

/** How far a station may be, in metres. */
export const reachM = 25_000;
/** How many stations are looked at, and how many are shown. */
export const mostStations = 200;
export const mostShown = 5;
/** How far ahead a time may lie. */
const aheadMs = 48 * hourMs;
/** How long what a driver did tells what a driver does, and how long what happened at a station tells of it. */
export const habitDays = 180;
export const reliabilityDays = 30;
/** Of the last so many own sessions the stations count as places that a driver comes by. */
export const placesOfSessions = 10;
/** From so many own sessions on there is a habit. */
export const fewestSessions = 3;
/** What is assumed of who has no session yet. */
export const atFirst = { minutes: 60, energyWh: 20_000 } as const;
/** Two times of the day are alike within so many minutes. */
export const alikeMinutes = hourMs / minuteMs;

/** `days` before `now`. */
export const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);

/** A stretch of real time `[from, to)`. */
export interface TimeWindow {
  readonly from: Date;
  readonly to: Date;
}

/** The time that is looked at: what was asked for as far as it lies ahead, 48 hours of it at most. */
export function windowOf(
  { from: asked, to }: Pick<SuggestCharging, "from" | "to">,
  now: Date,
): TimeWindow {
  const from = asked && asked > now ? asked : now;
  const last = new Date(from.getTime() + aheadMs);
  return { from, to: to && to < last ? to : last };
}

/**
 * What each part can give, before it is scaled (operations.md §7). Its sixth, rating with 5, joins when there are
 * reviews.
 */
const weights = {
  distance: 25,
  price: 20,
  room: 20,
  habit: 20,
  reliability: 10,
} as const satisfies Record<PartName, number>;

/** A part's value, from 0 to 1. */
export type Values = Readonly<Partial<Record<PartName, number>>>;

export interface Part {
  readonly name: PartName;
  readonly points: number;
  readonly of: number;
}

/** The most points that each of these parts can give, whole, 100 together. */
export function mostPoints(names: readonly PartName[]): number[] {
  const all = sum(names.map((name) => weights[name]));
  return divideWhole(
    names.map((name) => (weights[name] * 100) / all),
    100,
  );
}

/** What the values come to, whole. A name without a value gives nothing. */
export const scoreOf = (names: readonly PartName[], most: readonly number[], values: Values) =>
  Math.round(sum(exactPoints(names, most, values)));

/** The same part by part: whole points, none more than it can give, which sum to the score. */
export function partsOf(
  names: readonly PartName[],
  most: readonly number[],
  values: Values,
): Part[] {
  const points = divideWhole(exactPoints(names, most, values), scoreOf(names, most, values));
  return names.map((name, at) => ({ name, points: points[at] ?? 0, of: most[at] ?? 0 }));
}

const exactPoints = (names: readonly PartName[], most: readonly number[], values: Values) =>
  names.map((name, at) => (most[at] ?? 0) * (values[name] ?? 0));

/**
 * Shares of a whole number as whole numbers: each is rounded down, and what is left goes to the largest remainders, of
 * equal ones to the first. `total` is the shares' sum, rounded.
 */
export function divideWhole(shares: readonly number[], total: number): number[] {
  const whole = shares.map(Math.floor);
  const left = total - sum(whole);
  const raised = shares
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.at - other.at)
    .slice(0, left)
    .map(({ at }) => at);
  return whole.map((part, at) => part + (raised.includes(at) ? 1 : 0));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

export const distanceValue = (metres: number) => Math.max(0, 1 - metres / reachM);

/** What the candidates' stations cost, in the currency that most of them have. */
export interface Prices {
  readonly currency: string;
  readonly leastMinor: number;
  readonly mostMinor: number;
}

interface Price {
  readonly currency: string;
  readonly totalMinor: number;
}

/** Of several currencies that as many stations have, the first by its code; null of no station. */
export function comparePrices(prices: readonly Price[]): Prices | null {
  const [first] = [...Map.groupBy(prices, ({ currency }) => currency)].toSorted(
    ([one, ofOne], [other, ofOther]) => ofOther.length - ofOne.length || (one < other ? -1 : 1),
  );
  if (!first) return null;
  const [currency, those] = first;
  const totals = those.map(({ totalMinor }) => totalMinor);
  return { currency, leastMinor: Math.min(...totals), mostMinor: Math.max(...totals) };
}

/** 1 for the cheapest, 0 for the dearest; 1 where all cost the same, and a half in another currency. */
export function priceValue(price: Price, { currency, leastMinor, mostMinor }: Prices): number {
  if (price.currency !== currency) return 0.5;
  if (mostMinor === leastMinor) return 1;
  return 1 - (price.totalMinor - leastMinor) / (mostMinor - leastMinor);
}

/** Sessions of a station that ended, and those of them that were not aborted. */
export interface Outcomes {
  readonly ended: number;
  readonly good: number;
}

/** A half of a station of which nothing is known; nearer to what is known the more there is. */
export const reliabilityValue = ({ ended, good }: Outcomes) => (good + 1) / (ended + 2);

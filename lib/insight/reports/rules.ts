import { addDays, calendarDay, weekdayOf, weekdays, type CalendarDay } from "@/lib/core/calendar";
import { dayMs } from "@/lib/core/durations";
import type { BookingStatus } from "@/lib/charging/bookings/schema";

import type { GroupBy, LeadTime } from "./schema";

/** Bookings of which one knows whether the car came. */
export const due = ["InProgress", "Completed", "NoShow"] as const;

/** Calendar days, both of them in the range. */
export interface DayRange {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The `count` days that end with the day on which `now` falls in the zone. */
export function lastDays(now: Date, timeZone: string, count: number): DayRange {
  const to = calendarDay(now, timeZone);
  return { from: addDays(to, 1 - count), to };
}

/** As many days right before the range. */
export function daysBefore({ from }: DayRange, count: number): DayRange {
  return { from: addDays(from, -count), to: addDays(from, -1) };
}

/** How many days the range has. */
export const lengthOf = ({ from, to }: DayRange) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;

/** The keys of all the range's groups in order, those in which nothing happened too; none for stations. */
export function keysOf({ from, to }: DayRange, groupBy: GroupBy): string[] {
  const keys = new Set<string>();
  if (groupBy === "station") return [];
  for (let day = from; day <= to; day = addDays(day, 1)) keys.add(keyOf(day, groupBy));
  return [...keys];
}

function keyOf(day: CalendarDay, groupBy: Exclude<GroupBy, "station">): string {
  if (groupBy === "month") return day.slice(0, 7);
  return groupBy === "week" ? addDays(day, -weekdays.indexOf(weekdayOf(day))) : day;
}

/**
 * Rows of quarters of an hour, keyed `1764000000 Europe/London`, added up to the groups in whose days those lie where
 * the zone is; rows of stations as they are. Numbers are added, the rest is of one kind.
 */
export function addUp<
  R extends {
    readonly key: string;
    readonly currency?: string;
    readonly operatorId?: string | null;
  },
>(rows: readonly R[], groupBy: GroupBy): R[] {
  if (groupBy === "station") return [...rows];
  const groups = new Map<string, R>();
  for (const row of rows) {
    const [seconds, zone = "UTC"] = row.key.split(" ");
    const key = keyOf(calendarDay(new Date(Number(seconds) * 1000), zone), groupBy);
    const group = `${key} ${row.currency ?? ""} ${row.operatorId ?? ""}`;
    const before = groups.get(group);
    groups.set(group, before ? sumOf(before, row) : { ...row, key });
  }
  return [...groups.values()];
}

/** Rows of a day and business and their groups: as they are of days and stations, else added up to weeks or months. */
export function groupDays<R extends { readonly key: string; readonly currency?: string }>(
  rows: readonly R[],
  groupBy: GroupBy,
): R[] {
  if (groupBy === "station" || groupBy === "day") return [...rows];
  const groups = new Map<string, R>();
  for (const row of rows) {
    const key = keyOf(row.key, groupBy);
    const group = `${key} ${row.currency ?? ""}`;
    const before = groups.get(group);
    groups.set(group, before ? sumOf(before, row) : { ...row, key });
  }
  return [...groups.values()];
}

function sumOf<R extends object>(one: R, other: R): R {
  const added = Object.entries(one).flatMap(([name, value]) => {
    const more: unknown = Reflect.get(other, name);
    return typeof value === "number" && typeof more === "number" ? [[name, value + more]] : [];
  });
  return { ...one, ...Object.fromEntries(added) };
}

/** What a group adds up to, as the store reads it: one row for each group, and each currency where there is money. */
export interface RevenueRow {
  readonly key: string;
  readonly name: string | null;
  readonly currency: string;
  readonly sessions: number;
  readonly energyWh: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
}
export interface UsageRow {
  readonly key: string;
  readonly name: string | null;
  readonly minutes: number;
  readonly bookings?: number;
}
/** A day of a business. */
export interface DayKey {
  readonly businessId: string;
  readonly day: CalendarDay;
}
/** Bookings of a group by their states, and cancellations by the time that was left. */
export interface BookingRow extends MissedRow, Readonly<Record<BookingStatus | LeadTime, number>> {
  /** Neither rejected nor canceled. */
  readonly bookings: number;
}
export interface MissedRow {
  readonly key: string;
  readonly name: string | null;
  readonly due: number;
  readonly noShows: number;
}

/** What an operator took in a currency, added up over sessions. */
export interface TakenRow {
  readonly operatorId: string | null;
  readonly operator: string | null;
  readonly currency: string;
  readonly sessions: number;
  readonly chargedMinor: number;
  readonly receivedMinor: number;
  readonly changeMinor: number;
  readonly dueMinor: number;
}

/** What saving CO₂ is reckoned with (operations.md 6.1). */
export interface Co2Basis {
  readonly kwhPer100Km: number;
  readonly petrolGramsPerKm: number;
  readonly gridGramsPerKwh: number;
}

/**
 * Kilograms of CO₂ that energy saved against petrol, to three places: what the same way would have made, less what the
 * power made; below 0 where that was more (40 kWh at 18, 170 and 400 are 21.8 kg: operations.md 6.1).
 */
export function co2SavedKg(energyWh: number, basis: Co2Basis): number {
  const { kwhPer100Km, petrolGramsPerKm, gridGramsPerKwh } = basis;
  const gramsPerKwh = (100 / kwhPer100Km) * petrolGramsPerKm - gridGramsPerKwh;
  return Math.round((energyWh / 1000) * gramsPerKwh) / 1000;
}

/** `part` of `whole` to four places; null of nothing. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

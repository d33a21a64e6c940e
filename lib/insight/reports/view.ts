import { moneyView } from "@/lib/core/money";
import { weekdays } from "@/lib/core/calendar";

import { rateOf, type MissedRow, type RevenueRow, type UsageRow } from "./rules";
import type {
  Money,
  NoShowReport,
  RevenueChange,
  RevenueReport,
  StartsReport,
  UtilizationReport,
} from "./schema";

/** What the rows add up to. */
export const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** The groups of all rows: by time with those in which nothing happened, or by station's name. */
export function groupsOf(
  rows: readonly { readonly key: string; readonly name: string | null }[],
  keys: readonly string[],
): { key: string; name: string | null }[] {
  if (keys.length > 0) return keys.map((key) => ({ key, name: null }));
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .toSorted((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "en"));
}

/** Sums per currency, in the order of their codes. */
export function moneyOf(rows: readonly RevenueRow[], of: (row: RevenueRow) => number): Money[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) =>
    moneyView(
      sum(
        rows.filter((row) => row.currency === currency),
        of,
      ),
      currency,
    ),
  );
}

function takenIn(rows: readonly RevenueRow[]) {
  return {
    sessions: sum(rows, ({ sessions }) => sessions),
    energyKwh: sum(rows, ({ energyWh }) => energyWh) / 1000,
    revenue: moneyOf(rows, ({ totalMinor }) => totalMinor),
    tax: moneyOf(rows, ({ taxMinor }) => taxMinor),
  };
}

/** What sessions brought in, by group and in all; energy in kWh. */
export function viewRevenue(
  rows: readonly RevenueRow[],
  keys: readonly string[],
): Pick<RevenueReport, "groups" | "total"> {
  const groups = groupsOf(rows, keys).map((group) => ({
    ...group,
    ...takenIn(rows.filter(({ key }) => key === group.key)),
  }));
  return { groups, total: takenIn(rows) };
}

/** Minutes booked of those offered, by group and in all. */
export function viewUtilization(
  offered: readonly UsageRow[],
  booked: readonly UsageRow[],
  keys: readonly string[],
): Pick<UtilizationReport, "groups" | "total"> {
  const used = (has: (row: UsageRow) => boolean) => {
    const offeredMinutes = sum(offered.filter(has), ({ minutes }) => minutes);
    const bookedMinutes = sum(booked.filter(has), ({ minutes }) => minutes);
    const bookings = sum(booked.filter(has), (row) => row.bookings ?? 0);
    return { bookings, offeredMinutes, bookedMinutes, rate: rateOf(bookedMinutes, offeredMinutes) };
  };
  const groups = groupsOf([...offered, ...booked], keys);
  return {
    groups: groups.map((group) => ({ ...group, ...used(({ key }) => key === group.key) })),
    total: used(() => true),
  };
}

/** Bookings whose car did not come, of those that were due, by group and in all. */
export function viewNoShows(
  rows: readonly MissedRow[],
  keys: readonly string[],
): Pick<NoShowReport, "groups" | "total"> {
  const missed = (has: (row: MissedRow) => boolean) => {
    const all = sum(rows.filter(has), (row) => row.due);
    const noShows = sum(rows.filter(has), (row) => row.noShows);
    return { due: all, noShows, rate: rateOf(noShows, all) };
  };
  return {
    groups: groupsOf(rows, keys).map((g) => ({ ...g, ...missed(({ key }) => key === g.key) })),
    total: missed(() => true),
  };
}

/** What each currency came to, then and before, and by how much it differs. */
export function compareRevenue(
  now: readonly RevenueRow[],
  before: readonly RevenueRow[],
): RevenueChange[] {
  const currencies = new Set([...now, ...before].map(({ currency }) => currency));
  return [...currencies].toSorted().map((currency) => {
    const of = (rows: readonly RevenueRow[]) =>
      sum(
        rows.filter((row) => row.currency === currency),
        ({ totalMinor }) => totalMinor,
      );
    const [amount, was] = [of(now), of(before)];
    const words = (minor: number) => moneyView(minor, currency).amount;
    return {
      currency,
      amount: words(amount),
      before: words(was),
      difference: words(amount - was),
    };
  });
}

/** The week's grid; `weekday` is ISO's, Monday 1. */
export function viewLoad(
  rows: readonly { readonly weekday: number; readonly hour: number; readonly bookings: number }[],
): StartsReport["weekdays"] {
  return weekdays.map((weekday, index) => ({
    weekday,
    hours: Array.from({ length: 24 }, (_, hour) =>
      sum(
        rows.filter((row) => row.weekday === index + 1 && row.hour === hour),
        ({ bookings }) => bookings,
      ),
    ),
  }));
}

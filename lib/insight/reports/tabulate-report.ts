import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { moneyView } from "@/lib/core/money";
import { sayIn } from "@/lib/words/say";

import { readBookings } from "./read-bookings";
import { readCancellations } from "./read-cancellations";
import { readEnergy } from "./read-energy";
import { readNoShows } from "./read-no-shows";
import { readOwners } from "./read-owners";
import { readRevenue } from "./read-revenue";
import { readStarts } from "./read-starts";
import { readStations } from "./read-stations";
import { readUtilization } from "./read-utilization";
import {
  leadTime,
  ReadReport,
  ReadStarts,
  ReadStations,
  type EnergyReport,
  type ExportReport,
  type Money,
  type ReportColumn,
  type ReportName,
} from "./schema";
import { sum } from "./view";
import { bookingStatus } from "@/lib/charging/bookings/schema";

/** A cell: words, a number, or an amount as plain decimals; null where there is nothing to say. */
export type ReportCell = string | number | null;

/** A report as a table, whichever it is. */
export interface ReportTable {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string | null;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** What the rows come to in all, as more rows; none where a sum would mean nothing. */
  readonly totals?: readonly (readonly ReportCell[])[];
  /** What CO₂ was reckoned with. */
  readonly basis?: EnergyReport["basis"];
}

interface Keyed {
  readonly key: string;
  readonly name: string | null;
}
const nameOf = ({ key, name }: Keyed): string => name ?? key;

/** One row a currency; where nothing was taken, 0 in the currency in which other rows are. */
const perCurrency = (amounts: readonly Money[], all: readonly Money[]): readonly Money[] => {
  if (amounts.length > 0) return amounts;
  const [first] = all;
  return first ? [moneyView(0, first.currency)] : [];
};

type Tabulate = (ctx: Context, query: ExportReport) => Promise<ReportTable>;

/** The rows of groups and of them all, each as `rowOf` says what follows its name. */
const rowsOf = <T>(
  ctx: Context,
  { groups, total }: { readonly groups: readonly (Keyed & T)[]; readonly total: T },
  rowOf: (of: T) => readonly ReportCell[],
) => ({
  rows: groups.map((group) => [nameOf(group), ...rowOf(group)]),
  totals: [[allWords(ctx), ...rowOf(total)]],
});

const allWords = (ctx: Context) => sayIn(ctx.locale)("reports.all");

/** How each report becomes rows. */
const tables: Readonly<Record<ReportName, Tabulate>> = {
  revenue: async (ctx, query) => {
    const { groups, total, ...report } = await readRevenue(ctx, ReadReport.parse(query));
    const columns = [query.groupBy, "sessions", "energyKwh", "revenue", "tax", "currency"] as const;
    const rowsOfOne = (name: string, one: typeof total): ReportCell[][] => {
      const amounts = perCurrency(one.revenue, total.revenue);
      if (amounts.length === 0) return [[name, one.sessions, one.energyKwh, 0, 0, null]];
      return amounts.map(({ amount, currency }, at) => [
        name,
        at === 0 ? one.sessions : null,
        at === 0 ? one.energyKwh : null,
        amount,
        one.tax.find((tax) => tax.currency === currency)?.amount ?? moneyView(0, currency).amount,
        currency,
      ]);
    };
    const rows = groups.flatMap((group) => rowsOfOne(nameOf(group), group));
    return { ...report, columns, rows, totals: rowsOfOne(allWords(ctx), total) };
  },
  energy: async (ctx, query) => {
    const report = await readEnergy(ctx, ReadReport.parse(query));
    const columns = [query.groupBy, "sessions", "energyKwh", "co2SavedKg"] as const;
    const rows = rowsOf(ctx, report, (one) => [one.sessions, one.energyKwh, one.co2SavedKg]);
    return { ...report, columns, ...rows };
  },
  utilization: async (ctx, query) => {
    const report = await readUtilization(ctx, ReadReport.parse(query));
    const columns = [query.groupBy, "bookings", "offeredMinutes", "bookedMinutes", "rate"] as const;
    const rows = rowsOf(ctx, report, (one) => [
      one.bookings,
      one.offeredMinutes,
      one.bookedMinutes,
      one.rate,
    ]);
    return { ...report, columns, ...rows };
  },
  "no-shows": async (ctx, query) => {
    const report = await readNoShows(ctx, ReadReport.parse(query));
    const columns = [query.groupBy, "due", "noShows", "rate"] as const;
    return {
      ...report,
      columns,
      ...rowsOf(ctx, report, (one) => [one.due, one.noShows, one.rate]),
    };
  },
  bookings: async (ctx, query) => {
    const report = await readBookings(ctx, ReadReport.parse(query));
    const columns = [query.groupBy, "bookings", ...bookingStatus.options] as const;
    const rows = rowsOf(ctx, report, (one) => [
      one.bookings,
      ...bookingStatus.options.map((status) => one.states[status]),
    ]);
    return { ...report, columns, ...rows };
  },
  cancellations: async (ctx, query) => {
    const report = await readCancellations(ctx, ReadReport.parse(query));
    const by = ["byOwner", "byBackoffice", "byOperator"] as const;
    const columns = [query.groupBy, "canceled", "rate", ...leadTime.options, ...by] as const;
    const rows = rowsOf(ctx, report, (one) => [
      one.canceled,
      one.rate,
      ...one.leads.map(({ bookings }) => bookings),
      one.by.owner,
      one.by.backoffice,
      one.by.operator,
    ]);
    return { ...report, columns, ...rows };
  },
  starts: async (ctx, query) => {
    const { from, to, weekdays } = await readStarts(ctx, ReadStarts.parse(query));
    const columns = ["weekday", "hour", "bookings"] as const;
    const words = new Intl.DateTimeFormat(ctx.locale, { weekday: "long", timeZone: "UTC" });
    const rows = weekdays.flatMap(({ hours }, at) =>
      hours.map((bookings, hour) => [words.format(firstMonday + at * dayMs), hour, bookings]),
    );
    // No total: a booking counts in every hour in which it holds a place.
    return { from, to, timeZone: null, columns, rows };
  },
  stations: async (ctx, { from, to, businessId }) => {
    const days = { from, to, businessId };
    const { stations, count, ...report } = await readStations(
      ctx,
      ReadStations.parse({ ...days, limit: "100" }),
    );
    const { total } = await readRevenue(ctx, ReadReport.parse({ ...days, groupBy: "month" }));
    const columns = [
      "station",
      "sessions",
      "energyKwh",
      "bookings",
      "noShows",
      "revenue",
      "currency",
    ] as const;
    const rowsOfOne = (
      name: string,
      revenue: readonly Money[],
      facts: readonly ReportCell[],
    ): ReportCell[][] => {
      const amounts = perCurrency(revenue, total.revenue);
      if (amounts.length === 0) return [[name, ...facts, 0, null]];
      return amounts.map(({ amount, currency }, at) => [
        name,
        ...facts.map((fact) => (at === 0 ? fact : null)),
        amount,
        currency,
      ]);
    };
    const rows = stations.flatMap((one) =>
      rowsOfOne(one.name, one.revenue, [one.sessions, one.energyKwh, one.bookings, one.noShows]),
    );
    // Of stations beyond those of the list the bookings are not known here.
    const of = (fact: "bookings" | "noShows") =>
      count === stations.length ? sum(stations, (one) => one[fact]) : null;
    const facts = [total.sessions, total.energyKwh, of("bookings"), of("noShows")];
    return { ...report, columns, rows, totals: rowsOfOne(allWords(ctx), total.revenue, facts) };
  },
  owners: async (ctx, query) => {
    const { total, before, ...report } = await readOwners(ctx, ReadStarts.parse(query));
    const columns = [
      "from",
      "to",
      "owners",
      "repeatOwners",
      "rate",
      "visits",
      "repeatVisits",
    ] as const;
    const rows = [{ ...report, total }, before].map(({ from, to, total: of }) => [
      from,
      to,
      of.owners,
      of.repeatOwners,
      of.rate,
      of.visits,
      of.repeatVisits,
    ]);
    return { ...report, columns, rows };
  },
};

/** A Monday, from which the names of the weekdays are told. */
const firstMonday = Date.UTC(2026, 5, 1);

/** The report as a table. Throws what the report throws. */
export const tabulate: Tabulate = async (ctx, query) => tables[query.report](ctx, query);

import type { Context } from "@/lib/core/context";

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
  type ExportReport,
  type Money,
  type ReportColumn,
  type ReportName,
} from "./schema";
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
}

interface Keyed {
  readonly key: string;
  readonly name: string | null;
}
const nameOf = ({ key, name }: Keyed): string => name ?? key;

/** One row a currency; one without money where nothing was taken. */
const perCurrency = (amounts: readonly Money[]) =>
  amounts.length > 0 ? amounts : [{ amount: null, currency: null }];

type Tabulate = (ctx: Context, query: ExportReport) => Promise<ReportTable>;

/** How each report becomes rows. */
const tables: Readonly<Record<ReportName, Tabulate>> = {
  revenue: async (ctx, query) => {
    const { groups, ...report } = await readRevenue(ctx, ReadReport.parse(query));
    const columns = ["group", "sessions", "energyKwh", "revenue", "tax", "currency"] as const;
    const rows = groups.flatMap((group) =>
      perCurrency(group.revenue).map(({ amount, currency }, at) => [
        nameOf(group),
        at === 0 ? group.sessions : null,
        at === 0 ? group.energyKwh : null,
        amount,
        group.tax.find((tax) => tax.currency === currency)?.amount ?? null,
        currency,
      ]),
    );
    return { ...report, columns, rows };
  },
  energy: async (ctx, query) => {
    const { groups, ...report } = await readEnergy(ctx, ReadReport.parse(query));
    const columns = ["group", "sessions", "energyKwh", "co2SavedKg"] as const;
    const rows = groups.map((one) => [nameOf(one), one.sessions, one.energyKwh, one.co2SavedKg]);
    return { ...report, columns, rows };
  },
  utilization: async (ctx, query) => {
    const { groups, ...report } = await readUtilization(ctx, ReadReport.parse(query));
    const columns = ["group", "bookings", "offeredMinutes", "bookedMinutes", "rate"] as const;
    const rows = groups.map((one) => [
      nameOf(one),
      one.bookings,
      one.offeredMinutes,
      one.bookedMinutes,
      one.rate,
    ]);
    return { ...report, columns, rows };
  },
  "no-shows": async (ctx, query) => {
    const { groups, ...report } = await readNoShows(ctx, ReadReport.parse(query));
    const columns = ["group", "due", "noShows", "rate"] as const;
    const rows = groups.map((one) => [nameOf(one), one.due, one.noShows, one.rate]);
    return { ...report, columns, rows };
  },
  bookings: async (ctx, query) => {
    const { groups, ...report } = await readBookings(ctx, ReadReport.parse(query));
    const columns = ["group", "bookings", ...bookingStatus.options] as const;
    const rows = groups.map((one) => [
      nameOf(one),
      one.bookings,
      ...bookingStatus.options.map((status) => one.states[status]),
    ]);
    return { ...report, columns, rows };
  },
  cancellations: async (ctx, query) => {
    const { groups, ...report } = await readCancellations(ctx, ReadReport.parse(query));
    const by = ["byOwner", "byBackoffice", "byOperator"] as const;
    const columns = ["group", "canceled", "rate", ...leadTime.options, ...by] as const;
    const rows = groups.map((one) => [
      nameOf(one),
      one.canceled,
      one.rate,
      ...one.leads.map(({ bookings }) => bookings),
      one.by.owner,
      one.by.backoffice,
      one.by.operator,
    ]);
    return { ...report, columns, rows };
  },
  starts: async (ctx, query) => {
    const { from, to, weekdays } = await readStarts(ctx, ReadStarts.parse(query));
    const columns = ["weekday", "hour", "bookings"] as const;
    const rows = weekdays.flatMap(({ weekday, hours }) =>
      hours.map((bookings, hour) => [weekday, hour, bookings]),
    );
    return { from, to, timeZone: null, columns, rows };
  },
  stations: async (ctx, { from, to }) => {
    const { stations, ...report } = await readStations(
      ctx,
      ReadStations.parse({ from, to, limit: "100" }),
    );
    const columns = [
      "station",
      "sessions",
      "energyKwh",
      "bookings",
      "noShows",
      "revenue",
      "currency",
    ] as const;
    const rows = stations.flatMap((one) =>
      perCurrency(one.revenue).map(({ amount, currency }, at) => {
        const facts = [one.sessions, one.energyKwh, one.bookings, one.noShows];
        return [one.name, ...facts.map((fact) => (at === 0 ? fact : null)), amount, currency];
      }),
    );
    return { ...report, columns, rows };
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

/** The report as a table. Throws what the report throws. */
export const tabulate: Tabulate = async (ctx, query) => tables[query.report](ctx, query);

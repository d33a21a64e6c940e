import type { Context } from "@/lib/core/context";
import type { ReportFigure } from "@/lib/insight/notifications/schema";

import { readBookings } from "./read-bookings";
import { readCancellations } from "./read-cancellations";
import { readEnergy } from "./read-energy";
import { readNoShows } from "./read-no-shows";
import { readOwners } from "./read-owners";
import { readRevenue } from "./read-revenue";
import { readStarts } from "./read-starts";
import { readStations } from "./read-stations";
import { readUtilization } from "./read-utilization";
import { daysBefore, lengthOf, type DayRange } from "./rules";
import { ReadStations, type ReportName } from "./schema";

interface Asked extends DayRange {
  readonly stationId?: string | undefined;
}
/** What a report comes to in all, in the order in which a letter says it. */
type Said = readonly (readonly [ReportFigure["name"], ReportFigure["now"]])[];

const groupBy = "month" as const;

/** What is said of each report: of its own days, and of as many before. */
const readers: Readonly<Record<ReportName, (ctx: Context, of: Asked) => Promise<[Said, Said]>>> = {
  revenue: async (ctx, of) =>
    both(await readRevenue(ctx, { ...of, groupBy }), ({ revenue, sessions, energyKwh }) => [
      ["revenue", revenue],
      ["sessions", sessions],
      ["energyKwh", energyKwh],
    ]),
  energy: async (ctx, of) =>
    both(await readEnergy(ctx, { ...of, groupBy }), ({ energyKwh, co2SavedKg, sessions }) => [
      ["energyKwh", energyKwh],
      ["co2SavedKg", co2SavedKg],
      ["sessions", sessions],
    ]),
  utilization: async (ctx, of) =>
    both(await readUtilization(ctx, { ...of, groupBy }), ({ rate, bookings }) => [
      ["utilization", rate],
      ["bookings", bookings],
    ]),
  "no-shows": async (ctx, of) =>
    both(await readNoShows(ctx, { ...of, groupBy }), ({ rate, noShows }) => [
      ["noShowRate", rate],
      ["noShows", noShows],
    ]),
  bookings: async (ctx, of) =>
    both(await readBookings(ctx, { ...of, groupBy }), ({ bookings, states }) => [
      ["bookings", bookings],
      ["completed", states.Completed],
      ["noShows", states.NoShow],
    ]),
  cancellations: async (ctx, of) =>
    both(await readCancellations(ctx, { ...of, groupBy }), ({ canceled, rate }) => [
      ["canceled", canceled],
      ["canceledRate", rate],
    ]),
  owners: async (ctx, of) =>
    both(await readOwners(ctx, of), ({ owners, repeatOwners, rate }) => [
      ["owners", owners],
      ["repeatOwners", repeatOwners],
      ["repeatRate", rate],
    ]),
  starts: (ctx, of) =>
    twice(of, async (days) => [["bookings", (await readStarts(ctx, days)).total]]),
  stations: (ctx, of) =>
    twice(of, async ({ from, to }) => [
      ["stations", (await readStations(ctx, ReadStations.parse({ from, to, limit: "1" }))).count],
    ]),
};

const both = <T>(
  { total, before }: { readonly total: T; readonly before: { readonly total: T } },
  say: (total: T) => Said,
): [Said, Said] => [say(total), say(before.total)];

/** Of a report that compares nothing by itself. */
const twice = async (of: Asked, say: (of: Asked) => Promise<Said>): Promise<[Said, Said]> => [
  await say(of),
  await say({ ...of, ...daysBefore(of, lengthOf(of)) }),
];

/** A report's figures of the days, each beside that of as many days before. Throws what the report throws. */
export async function sumFigures(
  ctx: Context,
  report: ReportName,
  of: Asked,
): Promise<ReportFigure[]> {
  const [said, earlier] = await readers[report](ctx, of);
  return said.map(([name, now], at) => ({ name, now, before: earlier[at]?.[1] ?? null }));
}

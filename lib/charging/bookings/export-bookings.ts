import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { calendarDay, localTime } from "@/lib/core/calendar";
import { csvCell, csvFile, csvName } from "@/lib/core/csv";
import { sayIn } from "@/lib/words/say";

import { listBookings } from "./list-bookings";
import type { BookingView, ListBookings } from "./schema";

/** Rows at most; who needs more asks by month. */
const most = 50_000;

const columns = [
  ["number", ({ number }) => number],
  ["status", ({ status }) => status],
  ["station", ({ stationName }) => stationName],
  ["date", ({ startsAt, timeZone }) => calendarDay(new Date(startsAt), timeZone)],
  ["from", ({ startsAt, timeZone }) => localTime(new Date(startsAt), timeZone)],
  ["to", ({ endsAt, timeZone }) => localTime(new Date(endsAt), timeZone)],
  ["timeZone", ({ timeZone }) => timeZone],
  ["startsAt", ({ startsAt }) => startsAt],
  ["endsAt", ({ endsAt }) => endsAt],
  ["owner", ({ ownerName }) => ownerName ?? ""],
  ["ownerNic", ({ ownerNic }) => ownerNic ?? ""],
  ["vehiclePlate", ({ vehiclePlate }) => vehiclePlate ?? ""],
  ["estimate", ({ estimate }) => estimate.amount],
  ["currency", ({ estimate }) => estimate.currency],
  ["conflict", ({ conflict }) => conflict?.reason ?? ""],
  ["createdAt", ({ createdAt }) => createdAt],
  ["standard", ({ standard }) => standard ?? ""],
  ["minPowerKw", ({ minPowerKw }) => (minPowerKw === null ? "" : String(minPowerKw))],
] as const satisfies readonly (readonly [name: string, of: (booking: BookingView) => string])[];

/** Columns of what is called something, by whoever called it so. */
const names: ReadonlySet<string> = new Set([
  "number",
  "station",
  "owner",
  "ownerNic",
  "vehiclePlate",
]);

/**
 * The bookings that the actor may see, by the same filters as the list, as CSV (RFC 4180) that spreadsheets open
 * as it is: with a byte order mark, no cell that begins a formula, and no name that reads as a number. At most 50,000 rows. Titles are the reader's
 * words; in English they are the columns' names, which programs read (docs/decisions/exports.md).
 * Throws `report.busy`.
 */
export async function exportBookings(ctx: Context, query: ListBookings): Promise<string> {
  // In one statement: pages read one after another would repeat or lose what changes in between.
  const all = { ...query, page: 1, limit: most };
  const { items } = await asReport(ctx, (ctx) => listBookings(ctx, all));
  const rows = items.map((booking) =>
    columns.map(([name, of]) => (names.has(name) ? csvName : csvCell)(of(booking))),
  );
  const say = sayIn(ctx.locale);
  const titles = columns.map(([name]) => csvCell(say(`bookings.export.columns.${name}`)));
  return csvFile([titles, ...rows]);
}

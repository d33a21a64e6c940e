import { z } from "zod";

import { weekdays } from "@/lib/core/calendar";
import { fault } from "@/lib/core/fault";
import { reportName } from "@/lib/insight/notifications/schema";
import { day, fromBeforeTo, idOf, inDigits, instant, moneyView, within } from "@/lib/core/fields";
import { dayMs } from "@/lib/core/durations";

import { before, covered, groupBy, keyed, missed, rate } from "./schema/parts";

export { CashReport, ShiftReport } from "./schema/takings";
export { reportFormat, reportName } from "@/lib/insight/notifications/schema";
export type { ReportFormat, ReportName } from "@/lib/insight/notifications/schema";
export { groupBy, type GroupBy } from "./schema/parts";
export * from "./schema/dashboards";
export * from "./schema/outcomes";
export * from "./schema/own-stats";
export * from "./schema/subscriptions";
export * from "./schema/vehicles";

const longest = 366;
/** Of what is added up day by day: five years. */
const longestReport = 5 * longest;

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
const isWhole = ({ from, to }: Days) => (from === undefined) === (to === undefined);
const inOrder = ({ from, to }: Days) => from === undefined || to === undefined || from <= to;
const length = ({ from = "", to = "" }: Days) => (Date.parse(to) - Date.parse(from)) / dayMs + 1;
const isShort = (days: Days) => !(length(days) > longest);
const isReport = (days: Days) => !(length(days) > longestReport);
const whole = { path: ["to"], error: fault("both_days") };
const ordered = { path: ["to"], error: fault("days_backwards") };
const fewYears = { path: ["to"], error: fault("too_many_days", { most: longestReport }) };
const short = { path: ["to"], error: fault("too_many_days", { most: longest }) };

const range = {
  /** The first day, in the time zone of the business. */
  from: day.optional(),
  /** The last day; both left out mean the last 30. */
  to: day.optional(),
  stationId: idOf("station_id").optional(),
  /** Of one business; all that the reader may read of without. */
  businessId: idOf("business_id").optional(),
};

export const ReadReport = z
  .object({ ...range, groupBy: groupBy.default("day") })
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isReport, fewYears);
export type ReadReport = z.infer<typeof ReadReport>;

/** Both days left out mean the last 8 weeks. */
export const ReadStarts = z
  .object(range)
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isReport, fewYears);
export type ReadStarts = z.infer<typeof ReadStarts>;

/** A report as a file, asked for as it is itself. */
export const ExportReport = z
  .object({ ...range, groupBy: groupBy.default("day"), report: reportName })
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isReport, fewYears);
export type ExportReport = z.infer<typeof ExportReport>;

/** The first so many stations; both days left out mean the last 30. */
export const ReadStations = z
  .object({
    from: range.from,
    to: range.to,
    businessId: range.businessId,
    limit: inDigits(within(z.int(), 1, 100)).default(10),
  })
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isReport, fewYears);
export type ReadStations = z.infer<typeof ReadStations>;

/** Both days left out mean the last 30. */
export const ReadCash = z
  .object(range)
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isShort, short);
export type ReadCash = z.infer<typeof ReadCash>;

const longestShiftMs = 31 * dayMs;
/** A time `[from, to)`. */
export const ReadShift = z
  .object({
    /** One of the caller's stations; all of them without. */
    stationId: idOf("station_id").optional(),
    /** By default an operator's sign-in, and for others the beginning of the day. */
    from: instant.optional(),
    /** Now by default. */
    to: instant.optional(),
  })
  .refine(...fromBeforeTo)
  .refine(({ from, to }) => !from || !to || to.getTime() - from.getTime() <= longestShiftMs, {
    path: ["to"],
    error: fault("too_many_days", { most: 31 }),
  });
export type ReadShift = z.infer<typeof ReadShift>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export type Money = z.infer<typeof moneyView>;

const taken = {
  sessions: z.int(),
  energyKwh: z.number(),
  /** With tax; one entry a currency. */
  revenue: z.array(moneyView),
  tax: z.array(moneyView),
};
export const RevenueReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...taken })),
  total: z.object(taken),
  before: before(taken),
});
export type RevenueReport = z.infer<typeof RevenueReport>;

const used = {
  /** That start then, canceled and rejected ones aside. */
  bookings: z.int(),
  offeredMinutes: z.int(),
  bookedMinutes: z.int(),
  rate,
};
export const UtilizationReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...used })),
  total: z.object(used),
  before: before(used),
});
export type UtilizationReport = z.infer<typeof UtilizationReport>;

export const NoShowReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...missed })),
  total: z.object(missed),
  before: before(missed),
});
export type NoShowReport = z.infer<typeof NoShowReport>;

export const weekday = z.enum(weekdays);

export const StartsReport = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Seven of them, Monday first; how many bookings hold a place in each of the day's 24 hours. */
  weekdays: z.array(z.object({ weekday, hours: z.array(z.int()).length(24) })),
  /** Bookings that start on the days; one of three hours is one here and counts in three hours above. */
  total: z.int(),
});
export type StartsReport = z.infer<typeof StartsReport>;

import { z } from "zod";

import { moneyView } from "@/lib/core/fields";

/** Every report that can be taken as a file, and what it can be taken as. */
export const reportName = z.enum([
  "revenue",
  "energy",
  "utilization",
  "no-shows",
  "bookings",
  "cancellations",
  "starts",
  "stations",
  "owners",
]);
export type ReportName = z.infer<typeof reportName>;

export const reportFormat = z.enum(["csv", "xlsx", "pdf"]);
export type ReportFormat = z.infer<typeof reportFormat>;

/** What a letter says of a report, by the names of its words. */
const reportFigure = z.enum([
  "revenue",
  "sessions",
  "energyKwh",
  "co2SavedKg",
  "utilization",
  "bookings",
  "completed",
  "noShows",
  "noShowRate",
  "canceled",
  "canceledRate",
  "stations",
  "owners",
  "repeatOwners",
  "repeatRate",
]);

/** A number, a part of 1, or amounts of several currencies; null where there is nothing to say. */
const figureValue = z.union([z.number(), z.array(moneyView)]).nullable();
export type ReportFigureValue = z.infer<typeof figureValue>;

const ReportFigure = z.object({ name: reportFigure, now: figureValue, before: figureValue });
export type ReportFigure = z.infer<typeof ReportFigure>;

/** What a weekly report's letter tells, and of which file it is made. */
export const ReportMail = z.object({
  subscriptionId: z.uuid(),
  report: reportName,
  format: reportFormat,
  /** The week's days, both in it. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The name of the one station that it is about; null for all. */
  station: z.string().nullable(),
  figures: z.array(ReportFigure),
});
export type ReportMail = z.infer<typeof ReportMail>;

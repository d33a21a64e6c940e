import { z } from "zod";

import { anyId, instantView } from "@/lib/core/fields";
import { reportFormat, reportName } from "@/lib/insight/notifications/schema";

import { groupBy } from "./parts";

/** A report that its reader wants by mail every Monday, of the week before. */
export const SubscribeReport = z.strictObject({
  report: reportName,
  /** How the file's rows are made. */
  groupBy: groupBy.default("day"),
  /** One station; all that one may read of without. The list of stations is always of all. */
  stationId: anyId.nullable().default(null),
  /** What comes with the mail. */
  format: reportFormat.default("xlsx"),
});
export type SubscribeReport = z.infer<typeof SubscribeReport>;

export const ReportSubscriptionView = z.object({
  id: anyId,
  report: reportName,
  groupBy,
  stationId: anyId.nullable(),
  stationName: z.string().nullable(),
  format: reportFormat,
  /** When it comes next: a Monday, 07:00 where the business is; by the platform's clocks for a SystemAdmin. */
  nextAt: instantView,
  /** By whose clocks that is. */
  timeZone: z.string(),
  createdAt: instantView,
});
export type ReportSubscriptionView = z.infer<typeof ReportSubscriptionView>;

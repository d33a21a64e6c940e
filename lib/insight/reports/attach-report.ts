import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import type { Attachment } from "@/lib/insight/notifications/inside";
import type { ReportMail } from "@/lib/insight/notifications/schema";

import { makeReportFile } from "./export-report";
import { findReader } from "./find-reader";
import { findSubscriptionRow } from "./store/subscriptions";

/**
 * The file of a weekly report, made when its mail goes out and with its reader's rights of then; null where the
 * subscription is gone, or its reader may not read it any more, or wants no such mails.
 */
export async function attachReport(
  ctx: Context,
  { subscriptionId, from, to }: ReportMail,
): Promise<Attachment | null> {
  const row = await findSubscriptionRow(ctx, subscriptionId);
  const reader = row && (await findReader(ctx, row.userId));
  if (!reader) return null;
  const { report, groupBy, stationId, format } = row;
  const query = { report, groupBy, from, to, ...(stationId !== null && { stationId }) };
  try {
    const { content, contentType, filename } = await makeReportFile(reader.ctx, query, format);
    return { content, contentType, filename };
  } catch (error) {
    if (isAppError(error, "station.not_found")) return null;
    throw error;
  }
}

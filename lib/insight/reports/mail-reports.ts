import type { CalendarDay } from "@/lib/core/calendar";
import { inTransaction, type Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { writeReportMail } from "@/lib/insight/notifications/inside";
import type { ReportMail } from "@/lib/insight/notifications/schema";
import { getStation } from "@/lib/sites/stations/inside";

import { findReader, type Reader } from "./find-reader";
import { latestMonday, newestMonday, platformZone, weekBefore } from "./plan-mondays";
import { sumFigures } from "./sum-figures";
import { findBefore, markMailed, type SubscriptionRow } from "./store/subscriptions";

/**
 * Writes the mails of the newest Monday to whoever asked for reports: once a subscription and Monday, however many
 * workers there are and however long none ran. Whoever may not read reports then, or wants no mails about them, and a
 * report of a station that is out of reach get none. One that fails keeps no other back. Returns how many it wrote.
 */
export async function mailReports(ctx: Context): Promise<{ written: number }> {
  scopeOf(ctx, "report.send");
  const now = ctx.clock.now();
  let written = 0;
  const broken: unknown[] = [];
  for (const row of await findBefore(ctx, latestMonday(now))) {
    const timeZone = row.timeZone ?? platformZone;
    const monday = newestMonday(now, timeZone);
    if (row.mailedOn >= monday) continue;
    try {
      if (await mailOne(ctx, row, { monday, timeZone })) written += 1;
    } catch (error) {
      broken.push(error);
    }
  }
  if (broken.length > 0) throw broken[0];
  return { written };
}

/** Whether a mail was written. */
async function mailOne(
  ctx: Context,
  row: SubscriptionRow,
  { monday, timeZone }: { readonly monday: CalendarDay; readonly timeZone: string },
): Promise<boolean> {
  const reader = await findReader(ctx, row.userId);
  // Read before the transaction, which is short so.
  const report = reader && (await reportOf(reader, row, monday));
  return inTransaction(ctx, async (ctx) => {
    if (!(await markMailed(ctx, row.id, monday)) || !report) return false;
    const { person, receiver, locale } = reader;
    await writeReportMail(ctx, { person, receiver, locale, timeZone, report });
    return true;
  });
}

/** What the mail tells; null where the station is not within the reader's reach any more. */
async function reportOf(
  { ctx }: Reader,
  { id, report, format, stationId }: SubscriptionRow,
  monday: CalendarDay,
): Promise<ReportMail | null> {
  const week = weekBefore(monday);
  try {
    const of = { ...week, ...(stationId !== null && { stationId }) };
    const figures = await sumFigures(ctx, report, of);
    const station = stationId === null ? null : (await getStation(ctx, stationId)).name;
    return { subscriptionId: id, report, format, ...week, station, figures };
  } catch (error) {
    if (isAppError(error, "station.not_found")) return null;
    throw error;
  }
}

import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder, authorize } from "@/lib/core/permissions";
import { wantEmails } from "@/lib/insight/inbox/inside";
import { getStation } from "@/lib/sites/stations/inside";

import { mostSubscriptions, newestMonday } from "./plan-mondays";
import type { ReportSubscriptionView, SubscribeReport } from "./schema";
import {
  countSubscriptions,
  deleteSubscriptionOf,
  findSubscriptionsOf,
  insertSubscription,
} from "./store/subscriptions";
import { findZone } from "./find-zone";
import { viewSubscription } from "./view-subscription";

/**
 * Mails a report to whoever asks, every Monday from the next one on, and lets mails about reports come again where they
 * had ended them. Throws `station.not_found`, `report_subscription.exists` or `report_subscription.too_many`.
 */
export async function subscribeReport(
  ctx: Context,
  { report, groupBy, format, ...given }: SubscribeReport,
): Promise<ReportSubscriptionView> {
  const { actor } = asHolder(ctx, "report.subscribe");
  const timeZone = await findZone(ctx, actor);
  return inTransaction(ctx, async (ctx) => {
    // The list of stations is of all, as the report itself is.
    const stationId = report === "stations" ? null : given.stationId;
    const stationName = stationId === null ? null : await nameOf(ctx, stationId);
    if ((await countSubscriptions(ctx, actor.userId)) >= mostSubscriptions) {
      throw fail("report_subscription.too_many", { max: mostSubscriptions });
    }
    const now = ctx.clock.now();
    const row = {
      id: newId(),
      userId: actor.userId,
      report,
      groupBy,
      stationId,
      format,
      mailedOn: newestMonday(now, timeZone),
      createdAt: now,
    };
    if (!(await insertSubscription(ctx, row))) throw fail("report_subscription.exists");
    await wantEmails(ctx, "reports");
    return viewSubscription({ ...row, stationName }, timeZone);
  });
}

async function nameOf(ctx: Context, stationId: string): Promise<string> {
  const { businessId, name } = await getStation(ctx, stationId);
  authorize(ctx, "report.read", { businessId, stationId }, "station.not_found");
  return name;
}

/** What is mailed to whoever asks, the oldest first. */
export async function readReportSubscriptions(ctx: Context): Promise<ReportSubscriptionView[]> {
  const { actor } = asHolder(ctx, "report.subscribe");
  const timeZone = await findZone(ctx, actor);
  const rows = await findSubscriptionsOf(ctx, actor.userId);
  return rows.map((row) => viewSubscription(row, timeZone));
}

/** Mails a report to whoever asks no more. Throws `report_subscription.not_found`. */
export async function endReportSubscription(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<void> {
  const { actor } = asHolder(ctx, "report.subscribe");
  const had = await deleteSubscriptionOf(ctx, actor.userId, id);
  if (!had) throw fail("report_subscription.not_found");
}

import { nextDue } from "./plan-mondays";
import type { ReportSubscriptionView } from "./schema";
import type { SubscriptionRow } from "./store/subscriptions";

/** A subscription as its reader sees it, who is where the zone is. */
export const viewSubscription = (
  { userId: _, mailedOn, createdAt, ...row }: SubscriptionRow & { stationName: string | null },
  timeZone: string,
): ReportSubscriptionView => ({
  ...row,
  nextAt: nextDue(mailedOn, timeZone).toISOString(),
  timeZone,
  createdAt: createdAt.toISOString(),
});

import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { madeReportSubscription } from "../../../support/report-subscription";
import { now } from "./morning";

/** A report that the office has by mail. */
export async function make(db: Db): Promise<void> {
  await madeReportSubscription(db, sample.officeId, {
    id: sample.reportSubscriptionId,
    at: now,
    report: "owners",
  });
}

import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { madeDelivery, madeWebhook } from "../../../support/webhooks";
import { now } from "./morning";

/** A webhook of the sample's business, and what it did not take. */
export async function make(db: Db): Promise<void> {
  await madeWebhook(db, sample.businessId, { id: sample.webhookId, at: now });
  await madeDelivery(db, sample.webhookId, { id: sample.webhookDeliveryId, at: now });
}

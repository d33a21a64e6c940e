import { webhookDeliveries, webhooks, webhookTries } from "@/db/schema/webhooks";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { seal } from "@/lib/core/seal";
import { aboutSecret, newSecret } from "@/lib/insight/webhooks/rules";

import { testConfig, testStart } from "./world";

/** A webhook of the business that hears of new bookings, inserted as it is; answers its id. */
export async function madeWebhook(
  db: Db,
  businessId: string,
  { id = newId(), url = "https://hooks.example/x", at = testStart } = {},
): Promise<string> {
  const stamps = { createdAt: at, updatedAt: at };
  const secret = seal(testConfig.dataKeys, newSecret(), aboutSecret(id));
  const events = ["booking.created"];
  await db
    .insert(webhooks)
    .values({ id, businessId, url, description: "", events, secret, ...stamps });
  return id;
}

/** An event that the webhook refused until it was given up, inserted as it is; answers its id. */
export async function madeDelivery(
  db: Db,
  webhookId: string,
  { id = newId(), at = testStart } = {},
): Promise<string> {
  const bookingId = newId();
  await db.insert(webhookDeliveries).values({
    id,
    webhookId,
    eventId: newId(),
    type: "booking.created",
    subject: `booking/${bookingId}`,
    at,
    data: { bookingId, ownerId: null, status: "Pending" },
    createdAt: at,
    attempts: 1,
    nextAttemptAt: at,
    givesUpAt: at,
    failedAt: at,
  });
  await db.insert(webhookTries).values({
    deliveryId: id,
    number: 1,
    at,
    outcome: "Refused",
    statusCode: 500,
    responseBody: "no",
    durationMs: 20,
  });
  return id;
}

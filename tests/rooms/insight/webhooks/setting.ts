import type { Clock } from "@/lib/core/clock";
import type { Context, Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";
import { createWebhook } from "@/lib/insight/webhooks";
import type { WebhookEvent } from "@/lib/insight/webhooks/schema";
import { sendWebhooks } from "@/lib/insight/webhooks/send-webhooks";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";

import { anyToldBooking } from "../../../support/told-booking";
import { makeBusiness, makeUser, testConfig } from "../../../support/world";

/** As tests are started: webhooks may lead to this machine. */
export const openConfig = { ...testConfig, webhooks: { allowPrivate: true } };

/** A business with an office, and what the jobs do with its webhooks. */
export async function makeWebhookWorld(db: Db, clock: Clock, config = openConfig) {
  const { id: businessId } = await makeBusiness(db);
  const actor = await makeUser(db, "Backoffice", { businessId });
  const office: Context = makeContext({ db, actor, clock, config });
  const outbox = { ...office, actor: jobActor("outbox") };
  return {
    businessId,
    office,
    add: (url: string, events: WebhookEvent[] = ["booking.created", "booking.approved"]) =>
      createWebhook(office, { url, events, description: "" }),
    /** Publishes that a booking was made (or approved) and hands it to the webhooks; its id. */
    tell: async (
      type: "booking.created" | "booking.approved" = "booking.created",
      bookingId: string = newId(),
      of: string = businessId,
    ) => {
      const payload = { ...anyToldBooking({ id: bookingId }), status: "Pending" };
      await publishEvent(outbox, { type, payload, businessId: of });
      await deliverEvents(outbox);
      return bookingId;
    },
    send: () => sendWebhooks({ ...office, actor: jobActor("webhooks") }),
  };
}

import { z } from "zod";

import { defineWords } from "@/lib/words/define-words";
import { jobsOnly, office } from "@/lib/words/grants";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["webhooks"],
  permissions: {
    "webhook.read": office,
    "webhook.manage": office,
    "webhook.send": jobsOnly("webhooks"),
    "webhook.clean": jobsOnly("clean-up"),
  },
  errors: {
    "webhook.not_found": notFound(),
    "webhook.address": invalid(),
    "webhook.business_required": invalid(),
    "webhook.too_many": rule<{ max: number }>(),
    "webhook.off": conflict(),
    "webhook_delivery.not_found": notFound(),
    "webhook_delivery.waiting": conflict(),
  },
  events: { "webhook.switched_off": z.object({ webhookId: z.uuid(), businessId: z.uuid() }) },
  subjects: { webhook: "webhookId" },
  audited: {
    things: ["Webhook"],
    actions: ["Create", "Update", "RotateSecret", "Delete", "Test", "Resend", "SwitchOff"],
  },
  navigation: {
    webhooks: {
      permission: "webhook.read",
      icon: "Webhook",
      places: { admin: 97, backoffice: 105 },
    },
  },
  samples: {
    webhookId: sampleId(51),
    /** Has everything behind it: nothing waits to be sent. */
    webhookDeliveryId: sampleId(52),
  },
  samplePaths: {
    "/webhooks/{id}": "webhookId",
    "/webhooks/{id}/deliveries/{deliveryId}": "webhookDeliveryId",
  },
});

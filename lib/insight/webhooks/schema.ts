import { z } from "zod";

import {
  anyId,
  instantView,
  lineOfText,
  plainLine,
  somethingToChange,
  sortBy,
} from "@/lib/core/fields";
import { outwardTypes } from "@/lib/words";

/** The events that a business may choose: those whose room has an example of them in its words. */
export const webhookEvent = z.enum(outwardTypes);
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** What a test sends; it is asked for, and no event of the house. */
export const testType = "webhook.test";
export const TestData = z.object({ webhookId: anyId });

const description = z.union([lineOfText(200), z.literal("")]);
const events = z
  .array(webhookEvent)
  .min(1)
  .max(outwardTypes.length)
  .overwrite((types) => [...new Set(types)].toSorted());

export const CreateWebhook = z.strictObject({
  /** An https address that the internet reaches. */
  url: plainLine(1_000),
  events,
  description: description.default(""),
  /** Whose events; a SystemAdmin names it, an office has its own. */
  businessId: anyId.optional(),
});
export type CreateWebhook = z.infer<typeof CreateWebhook>;

const Changes = z.strictObject({
  url: plainLine(1_000).optional(),
  events: events.optional(),
  description: description.optional(),
  isActive: z.boolean().optional(),
});
export const UpdateWebhook = Changes.refine(...somethingToChange);
export type UpdateWebhook = z.infer<typeof UpdateWebhook>;

export const ListWebhooks = z.object({
  businessId: anyId.optional(),
  sort: sortBy("createdAt").optional(),
});
export type ListWebhooks = z.infer<typeof ListWebhooks>;

export const WebhookView = z.object({
  id: anyId,
  businessId: anyId,
  url: z.string(),
  description: z.string(),
  events: z.array(webhookEvent),
  isActive: z.boolean(),
  /** When it was switched off because it took nothing for three days; null where a person did, or nobody. */
  switchedOffAt: instantView.nullable(),
  /** Since when every try has failed; null while the last one went through. */
  failingSince: instantView.nullable(),
  lastDeliveredAt: instantView.nullable(),
  /** Until when the secret from before the last change signs, too. */
  oldSecretUntil: instantView.nullable(),
  createdAt: instantView,
  updatedAt: instantView,
});
export type WebhookView = z.infer<typeof WebhookView>;

/** With its secret, which is told once, when it is made. */
export const WebhookWithSecret = WebhookView.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** `Waiting`: due, or to be tried again; `Failed`: given up after three days, or after the one try of a test. */
export const webhookDeliveryState = z.enum(["Waiting", "Delivered", "Failed"]);
export type WebhookDeliveryState = z.infer<typeof webhookDeliveryState>;

/**
 * How a try went. `Refused`: an answer that is no success; `Redirected`: one that points elsewhere, which is not
 * followed; `AddressRefused`: the name leads to an address that is not of the internet.
 */
export const webhookOutcome = z.enum([
  "Delivered",
  "Refused",
  "Redirected",
  "TimedOut",
  "Unreachable",
  "AddressRefused",
]);
export type WebhookOutcome = z.infer<typeof webhookOutcome>;

export const ListWebhookDeliveries = z.object({
  state: webhookDeliveryState.optional(),
  type: webhookEvent.or(z.literal(testType)).optional(),
  /** By when it was written; newest first without it. */
  sort: sortBy("createdAt").optional(),
});
export type ListWebhookDeliveries = z.infer<typeof ListWebhookDeliveries>;

const webhookDeliveryAction = z.enum(["resend"]);

export const WebhookDeliveryView = z.object({
  id: anyId,
  webhookId: anyId,
  /** The event's, the same at every try and in every delivery of it: what was seen already may be left out. */
  eventId: anyId,
  type: z.string(),
  subject: z.string(),
  state: webhookDeliveryState,
  attempts: z.int(),
  outcome: webhookOutcome.nullable(),
  /** Of the last try's answer. */
  statusCode: z.int().nullable(),
  createdAt: instantView,
  /** Null where there is no next try. */
  nextAttemptAt: instantView.nullable(),
  deliveredAt: instantView.nullable(),
  can: z.array(webhookDeliveryAction),
});
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;

export const WebhookDeliveryDetails = WebhookDeliveryView.extend({
  /** What is sent: CloudEvents 1.0 JSON. */
  requestBody: z.string(),
  /** Every try, the last one first. */
  tries: z.array(
    z.object({
      at: instantView,
      outcome: webhookOutcome,
      statusCode: z.int().nullable(),
      /** Why nothing was answered, as the network calls it: `ECONNREFUSED`. */
      error: z.string().nullable(),
      /** The beginning of what was answered. */
      responseBody: z.string().nullable(),
      durationMs: z.int(),
    }),
  ),
});
export type WebhookDeliveryDetails = z.infer<typeof WebhookDeliveryDetails>;

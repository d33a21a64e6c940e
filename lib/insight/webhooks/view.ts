import type { Context } from "@/lib/core/context";
import { findScope } from "@/lib/core/permissions";

import { bodyOf } from "./body-of";
import type {
  WebhookDeliveryDetails,
  WebhookDeliveryState,
  WebhookDeliveryView,
  WebhookEvent,
  WebhookView,
} from "./schema";
import type { DeliveryRow, LoggedDelivery, TryRow } from "./store/deliveries";
import type { WebhookRow } from "./store/webhooks";

/** The webhook as its business sees it, without its secrets. */
export const viewWebhook = (row: WebhookRow): WebhookView => ({
  id: row.id,
  businessId: row.businessId,
  url: row.url,
  description: row.description,
  events: row.events as WebhookEvent[],
  isActive: row.isActive,
  switchedOffAt: row.switchedOffAt?.toISOString() ?? null,
  failingSince: row.failingSince?.toISOString() ?? null,
  lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
  oldSecretUntil: row.oldSecretUntil?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const stateOf = ({ deliveredAt, failedAt }: DeliveryRow): WebhookDeliveryState =>
  deliveredAt ? "Delivered" : failedAt ? "Failed" : "Waiting";

/** A line of the log; sent again may be what is not on its way, to a webhook that is on. */
export function viewDelivery(
  ctx: Context,
  webhook: WebhookRow,
  row: LoggedDelivery,
): WebhookDeliveryView {
  const state = stateOf(row);
  const maySend =
    state !== "Waiting" && webhook.isActive && findScope(ctx, "webhook.manage") !== null;
  return {
    id: row.id,
    webhookId: row.webhookId,
    eventId: row.eventId,
    type: row.type,
    subject: row.subject,
    state,
    attempts: row.attempts,
    outcome: row.outcome ?? null,
    statusCode: row.statusCode ?? null,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: state === "Waiting" ? row.nextAttemptAt.toISOString() : null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    can: maySend ? ["resend"] : [],
  };
}

/** The same with what was sent and what came back. */
export function viewDetails(
  ctx: Context,
  webhook: WebhookRow,
  row: DeliveryRow,
  tries: readonly TryRow[],
): WebhookDeliveryDetails {
  const [last] = tries;
  const logged = { ...row, ...(last && { outcome: last.outcome, statusCode: last.statusCode }) };
  return {
    ...viewDelivery(ctx, webhook, logged),
    requestBody: bodyOf(ctx, webhook, row),
    tries: tries.map(({ at, deliveryId: _, number: __, ...one }) => ({
      ...one,
      at: at.toISOString(),
    })),
  };
}

import type { Context } from "@/lib/core/context";
import { findScope } from "@/lib/core/permissions";

import { isRetriable } from "./rules";
import type { DeliveryView } from "./schema";
import type { DeliveryRow } from "./store/open-deliveries";

/** The delivery as an admin sees it. */
export function viewDelivery(ctx: Context, row: DeliveryRow): DeliveryView {
  return {
    eventId: row.eventId,
    subscriber: row.subscriber,
    type: row.type,
    subject: row.subject,
    at: row.at.toISOString(),
    state: row.parkedAt ? "Parked" : "Waiting",
    attempts: row.attempts,
    lastError: row.lastError,
    nextAttemptAt: row.nextAttemptAt.toISOString(),
    parkedAt: row.parkedAt?.toISOString() ?? null,
    can: isRetriable(row) && findScope(ctx, "delivery.retry") ? ["retry"] : [],
  };
}

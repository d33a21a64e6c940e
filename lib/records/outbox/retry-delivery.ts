import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";

import { isRetriable } from "./rules";
import type { DeliveryView, RetryDelivery } from "./schema";
import { lockOpenDelivery, reopenDelivery } from "./store/open-deliveries";
import { viewDelivery } from "./view";

/**
 * Gives a parked delivery one more try, which is due at once; if that fails it is parked again, so that its subject
 * does not wait for it. Throws `delivery.not_found`, also for one that is done, or `delivery.not_parked`.
 */
export async function retryDelivery(ctx: Context, input: RetryDelivery): Promise<DeliveryView> {
  scopeOf(ctx, "delivery.retry");
  return inTransaction(ctx, async (ctx) => {
    const delivery = await lockOpenDelivery(ctx, input);
    if (!delivery) throw fail("delivery.not_found");
    if (!isRetriable(delivery)) throw fail("delivery.not_parked");
    const nextAttemptAt = ctx.clock.real();
    await reopenDelivery(ctx, input, nextAttemptAt);
    const { eventId, subscriber, type, businessId, stationId } = delivery;
    await recordAudit(ctx, {
      entity: "Event",
      entityId: eventId,
      action: "Retry",
      from: "Parked",
      to: "Waiting",
      changes: { subscriber, event: type },
      businessId,
      stationId,
    });
    return viewDelivery(ctx, { ...delivery, parkedAt: null, nextAttemptAt });
  });
}

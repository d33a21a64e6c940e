import { and, eq, sql } from "drizzle-orm";

import { webhookDeliveries, webhooks, webhookTries } from "@/db/schema/webhooks";
import type { Context } from "@/lib/core/context";

import { mostAtOnce, triesThatHold } from "../rules";
import type { DeliveryRow, TryRow } from "./deliveries";
import type { WebhookRow } from "./webhooks";

/** A delivery that is one worker's until its lease ends, with the webhook that it goes to. */
export interface Claimed {
  readonly delivery: DeliveryRow;
  readonly webhook: WebhookRow;
}

/**
 * Leases the next delivery that is due: of a webhook that is on, does not rest and has few others on their way, and
 * behind no earlier one of its subject that still holds it. Webhooks take turns. Null when none is due.
 */
export async function claimDelivery(
  ctx: Context,
  now: Date,
  leaseEndsAt: Date,
): Promise<Claimed | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const waits = (alias: string) =>
    sql.raw(`${alias}.delivered_at is null and ${alias}.failed_at is null`);
  const due = sql`
    select line.id from webhooks webhook
    cross join lateral (
      select count(*) as count from webhook_deliveries leased
      where leased.webhook_id = webhook.id and ${waits("leased")}
        and leased.next_attempt_at > ${at} and leased.leased_until > ${at}
    ) going
    cross join lateral (
      select one.id, one.next_attempt_at, one.position from webhook_deliveries one
      where one.webhook_id = webhook.id and ${waits("one")} and one.next_attempt_at <= ${at}
        and not exists (
          select from webhook_deliveries earlier
          where earlier.webhook_id = webhook.id and earlier.subject = one.subject
            and ${waits("earlier")} and earlier.position < one.position
            and earlier.attempts < ${triesThatHold}
        )
      order by one.next_attempt_at, one.position limit 1
      for update of one skip locked
    ) line
    where webhook.is_active and going.count < ${mostAtOnce}
      and (webhook.rests_until is null or webhook.rests_until <= ${at})
    order by going.count, line.next_attempt_at, line.position limit 1`;
  const [delivery] = await ctx.db
    .update(webhookDeliveries)
    .set({ leasedUntil: leaseEndsAt, nextAttemptAt: leaseEndsAt })
    .where(eq(webhookDeliveries.id, sql`(${due})`))
    .returning();
  if (!delivery) return null;
  const [webhook] = await ctx.db.select().from(webhooks).where(eq(webhooks.id, delivery.webhookId));
  return webhook ? { delivery, webhook } : null;
}

/**
 * Writes down how a try went, if it is still this worker's; false where another has taken it over. What waits behind a
 * failed one is not looked at before its next try.
 */
export async function storeTry(
  ctx: Context,
  { id, leasedUntil, webhookId, subject, position }: DeliveryRow,
  one: Omit<TryRow, "deliveryId">,
  after: Partial<DeliveryRow>,
): Promise<boolean> {
  const kept = await ctx.db
    .update(webhookDeliveries)
    .set({ ...after, attempts: one.number, leasedUntil: null })
    .where(
      and(
        eq(webhookDeliveries.id, id),
        eq(webhookDeliveries.leasedUntil, leasedUntil ?? new Date(0)),
      ),
    );
  if (kept.count === 0) return false;
  await ctx.db.insert(webhookTries).values({ ...one, deliveryId: id });
  if (after.nextAttemptAt && one.number < triesThatHold) {
    const next = sql`${after.nextAttemptAt.toISOString()}::timestamptz`;
    await ctx.db
      .update(webhookDeliveries)
      .set({ nextAttemptAt: next })
      .where(
        and(
          eq(webhookDeliveries.webhookId, webhookId),
          eq(webhookDeliveries.subject, subject),
          sql`${webhookDeliveries.position} > ${position}`,
          sql`${webhookDeliveries.deliveredAt} is null and ${webhookDeliveries.failedAt} is null`,
          sql`${webhookDeliveries.nextAttemptAt} < ${next}`,
        ),
      );
  }
  return true;
}

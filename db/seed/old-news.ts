import { and, inArray, lt, sql } from "drizzle-orm";

import { outboxDeliveries, outboxEvents } from "@/db/schema/outbox";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";

/** What people are told, in their inboxes, by mail and by phone. */
const tellers = ["notices", "notifications", "reminders"];

/**
 * What happened more than a day ago was told then: no bell of the demo's people counts a fortnight on their first visit,
 * and no mails go out about it.
 */
export async function settleOldNews(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const old = ctx.db
    .select({ id: outboxEvents.id })
    .from(outboxEvents)
    .where(lt(outboxEvents.at, new Date(now.getTime() - dayMs)));
  await ctx.db
    .update(outboxDeliveries)
    .set({ deliveredAt: now, attempts: sql`${outboxDeliveries.attempts} + 1` })
    .where(
      and(inArray(outboxDeliveries.subscriber, tellers), inArray(outboxDeliveries.eventId, old)),
    );
}

import { inArray, or, sql } from "drizzle-orm";

import { mentions } from "@/db/schema/columns";
import { outboxDeliveries, outboxEvents } from "@/db/schema/outbox";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/**
 * Takes the reasons out of events about the person and out of others' that name them, and the errors of their
 * deliveries, which may quote what was to be told. An event's ids stay: it tells that something happened.
 */
export async function forgetReasons(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const { payload, id } = outboxEvents;
  const about = sql`(${payload} ->> 'userId' = ${userId} or ${payload} ->> 'ownerId' = ${userId})`;
  const told = or(about, mentions(payload, texts));
  const { eventId, lastError } = outboxDeliveries;
  // The errors first: what they quote is how their events are found.
  await ctx.db
    .update(outboxDeliveries)
    .set({ lastError: null })
    .where(
      or(
        inArray(eventId, ctx.db.select({ id }).from(outboxEvents).where(told)),
        mentions(lastError, texts),
      ),
    );
  const events = await ctx.db
    .update(outboxEvents)
    .set({
      payload: sql`case when ${payload} ? 'reason' then ${payload} || '{"reason": null}' else ${payload} end`,
    })
    .where(told);
  return { events: events.count };
}

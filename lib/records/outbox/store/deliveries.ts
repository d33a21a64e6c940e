import { and, eq, sql } from "drizzle-orm";

import { outboxDeliveries } from "@/db/schema/outbox";
import type { Context } from "@/lib/core/context";
import type { EventType } from "@/lib/words";

import type { OutboxEvent } from "../schema";

/** Deliveries that one look for subjects reads at most, the longest due first. */
const windowOfDue = 1_000;

/** Those of the subscribers for whom something is due, in one look: mostly nobody, and a claim costs eight trips. */
export async function findWaitedFor(
  ctx: Context,
  subscribers: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.execute<{ name: string }>(sql`
    select name from unnest(${`{${subscribers.join(",")}}`}::text[]) as asked (name)
    where exists (
      select from outbox_deliveries
      where subscriber = name and delivered_at is null and parked_at is null
        and next_attempt_at <= ${now.toISOString()}::timestamptz
    )`);
  return new Set(rows.map(({ name }) => name));
}

/**
 * Claims events that are due for the subscriber until the transaction ends, at most so many, in the order of writing:
 * of each subject those that follow one another from the first that waits. Whoever holds the first of a subject has
 * the subject, so that several workers share the work and none overtakes another.
 */
export async function claimDeliveries(
  ctx: Context,
  subscriber: string,
  now: Date,
  most: number,
): Promise<OutboxEvent[]> {
  const rows = await claimOf(ctx, subscriber, now, most, windowOfDue);
  // All that is longest due may stand behind others that are not, or that another worker has.
  const all = rows.length > 0 ? rows : await claimOf(ctx, subscriber, now, most, null);
  return all.map(({ business_id: businessId, station_id: stationId, at, type, ...row }) => ({
    ...row,
    type: type as EventType,
    at: new Date(at),
    businessId,
    stationId,
  }));
}

async function claimOf(
  ctx: Context,
  subscriber: string,
  now: Date,
  most: number,
  reach: number | null,
): Promise<readonly ClaimedRow[]> {
  const claim = ctx.db.execute<ClaimedRow>(sql`
    with due as materialized (
      select subject, next_attempt_at, position from outbox_deliveries
      where subscriber = ${subscriber} and delivered_at is null and parked_at is null
        and next_attempt_at <= ${now.toISOString()}::timestamptz
      order by next_attempt_at, position limit ${reach}::int
    ), line as materialized (
      select subject, min(next_attempt_at) as since, min(position) as position
      from due group by subject order by since, position
    ), held as materialized (
      select delivery.subject from line
      cross join lateral (
        select event_id from outbox_deliveries
        where subscriber = ${subscriber} and subject = line.subject
          and coalesce(delivered_at, parked_at) is null
        order by position limit 1
      ) first
      join outbox_deliveries delivery
        on delivery.event_id = first.event_id and delivery.subscriber = ${subscriber}
      where num_nonnulls(delivery.delivered_at, delivery.parked_at) = 0
        and delivery.next_attempt_at <= ${now.toISOString()}::timestamptz
      limit ${most}
      for update of delivery skip locked
    ), claimed as materialized (
      select following.* from held cross join lateral (
        select event_id, position, attempts from outbox_deliveries
        where subscriber = ${subscriber} and subject = held.subject
          and coalesce(delivered_at, parked_at) is null
        order by position limit ${most}
      ) following
      order by following.position limit ${most}
    )
    select event.id, event.type, event.subject, event.payload, claimed.attempts + 1 as attempts,
      event.business_id, event.station_id, date_part('epoch', event.at) * 1000 as at
    from claimed join outbox_events event on event.id = claimed.event_id
    order by claimed.position`);
  const plan = (mode: string) => ctx.db.execute(sql.raw(`set local plan_cache_mode = ${mode}`));
  // In one trip. A plan that was made while hardly anything waited reads the whole table where much does.
  const [, rows] = await Promise.all([plan("force_custom_plan"), claim, plan("default")]);
  return rows;
}

type ClaimedRow = {
  id: string;
  type: string;
  subject: string;
  payload: Record<string, unknown>;
  attempts: number;
  business_id: string | null;
  station_id: string | null;
  at: number;
};

export async function markDelivered(
  ctx: Context,
  subscriber: string,
  eventIds: readonly string[],
  at: Date,
): Promise<void> {
  await ctx.db
    .update(outboxDeliveries)
    .set({ deliveredAt: at, attempts: sql`${outboxDeliveries.attempts} + 1`, lastError: null })
    .where(ofSubscriber(subscriber, eventIds));
}

/** Sets when these waiting deliveries are due: later while somebody has them, or at once when they are given back. */
export async function setDue(
  ctx: Context,
  subscriber: string,
  eventIds: readonly string[],
  nextAttemptAt: Date,
): Promise<void> {
  await ctx.db
    .update(outboxDeliveries)
    .set({ nextAttemptAt })
    .where(
      and(
        ofSubscriber(subscriber, eventIds),
        sql`coalesce(${outboxDeliveries.deliveredAt}, ${outboxDeliveries.parkedAt}) is null`,
      ),
    );
}

/** A try that failed, and when the next one is due, or that there is none. */
export interface Failure {
  readonly eventId: string;
  readonly error: string;
  readonly nextAttemptAt: Date;
  readonly parkedAt: Date | null;
}

/** Counts the failed tries. What waits behind an event that will be tried again is not looked at before that. */
export async function markFailed(
  ctx: Context,
  subscriber: string,
  failures: readonly Failure[],
): Promise<void> {
  await ctx.db.execute(sql`
    with failed as (
      select * from jsonb_to_recordset(${JSON.stringify(failures)}::text::jsonb)
        as failure ("eventId" uuid, error text, "nextAttemptAt" timestamptz, "parkedAt" timestamptz)
    ), marked as (
      update outbox_deliveries delivery
      set attempts = delivery.attempts + 1, last_error = failed.error,
        next_attempt_at = failed."nextAttemptAt", parked_at = failed."parkedAt"
      from failed where delivery.subscriber = ${subscriber} and delivery.event_id = failed."eventId"
        and coalesce(delivery.delivered_at, delivery.parked_at) is null
      returning delivery.subject, delivery.position, delivery.next_attempt_at, delivery.parked_at
    )
    update outbox_deliveries behind set next_attempt_at = marked.next_attempt_at
    from marked
    where marked.parked_at is null and behind.subscriber = ${subscriber}
      and behind.subject = marked.subject and behind.position > marked.position
      and coalesce(behind.delivered_at, behind.parked_at) is null
      and behind.next_attempt_at < marked.next_attempt_at`);
}

/** These events' deliveries to the subscriber. */
export const ofSubscriber = (subscriber: string, eventIds: readonly string[]) =>
  and(
    sql`${outboxDeliveries.eventId} = any(${`{${eventIds.join(",")}}`}::uuid[])`,
    eq(outboxDeliveries.subscriber, subscriber),
  );

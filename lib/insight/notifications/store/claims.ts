import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  lt,
  lte,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { messages } from "@/db/schema/notifications";
import type { Context } from "@/lib/core/context";

import { leaseMs, mostInDigest } from "../rules";
import type { MessageChannel } from "../schema";
import type { MessageRow } from "./messages";

/** Which messages are to be claimed, and until when. */
interface Claiming {
  readonly now: Date;
  readonly until: Date;
  readonly channel: MessageChannel;
  /** Of this event alone. */
  readonly eventId?: string | undefined;
  /** How many at most, a digest counted as one. */
  readonly most: number;
}

/** A message that was claimed, and how it stood before. */
export type ClaimedMessage = MessageRow & Pick<Due, "dueAt" | "lastTriedAt">;
interface Due {
  readonly dueAt: Date;
  readonly lastTriedAt: Date | null;
}

/**
 * Claims the channel's next messages that are due at `now` until the lease ends, and counts the try; each by itself, and
 * with one of a digest all that wait for the same recipient's: of those only the first is taken by itself, so that no
 * two workers share a digest. Of what rings only one of a person's is on its way: addresses that do not answer keep
 * nobody else waiting. In the caller's transaction. None where none is due.
 */
export async function claimMessages(
  ctx: Context,
  { now, until, channel, eventId, most }: Claiming,
): Promise<ClaimedMessage[][]> {
  const isDue = and(
    eq(messages.channel, channel),
    eventId === undefined ? undefined : eq(messages.eventId, eventId),
    ringing.includes(channel) ? notExists(onTheWay(ctx, now)) : undefined,
    or(eq(messages.inDigest, false), isFirstInDigest(ctx, now)),
  );
  const lease = { now, until };
  const firsts = await claim(ctx, isDue, { ...lease, most });
  const whole: ClaimedMessage[][] = [];
  for (const first of firsts) {
    const ofDigest = and(eq(messages.recipient, first.recipient), eq(messages.inDigest, true));
    const rest = first.inDigest ? await claim(ctx, ofDigest, { ...lease, most: mostInDigest }) : [];
    whole.push([first, ...rest].toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  }
  return whole;
}

/** Claims what is due and of this kind, the longest due first; those that another worker has are leased beyond now. */
async function claim(
  ctx: Context,
  which: SQL | undefined,
  { now, until, most }: Pick<Claiming, "now" | "until" | "most">,
): Promise<ClaimedMessage[]> {
  const { id, nextAttemptAt, triedAt } = messages;
  const due = ctx.db.$with("due").as(
    ctx.db
      .select({
        dueId: sql<string>`${id}`.as("due_id"),
        dueAt: sql<Date>`${nextAttemptAt}`.mapWith(nextAttemptAt).as("due_at"),
        lastTriedAt: sql<Date | null>`${triedAt}`.mapWith(triedAt).as("last_tried_at"),
      })
      .from(messages)
      .where(and(eq(messages.status, "Pending"), lte(nextAttemptAt, now), which))
      .orderBy(asc(nextAttemptAt), asc(id))
      .limit(most)
      .for("update", { skipLocked: true }),
  );
  const rows = await ctx.db
    .with(due)
    .update(messages)
    .set({ attempts: sql`${messages.attempts} + 1`, nextAttemptAt: until, triedAt: now })
    .from(due)
    .where(eq(id, due.dueId))
    .returning({ ...getTableColumns(messages), dueAt: due.dueAt, lastTriedAt: due.lastTriedAt });
  return rows.toSorted(
    (one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1),
  );
}

/** Lets go of what was claimed and not begun, as it was before; what another has claimed meanwhile stays theirs. */
export async function releaseMessages(
  ctx: Context,
  claimed: readonly ClaimedMessage[],
): Promise<void> {
  const rows = claimed.map(({ id, nextAttemptAt: leasedUntil, dueAt, lastTriedAt }) => ({
    id,
    leasedUntil,
    dueAt,
    lastTriedAt,
  }));
  await ctx.db.execute(sql`
    update messages message
    set attempts = message.attempts - 1, next_attempt_at = was."dueAt", tried_at = was."lastTriedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as was (id uuid, "leasedUntil" timestamptz, "dueAt" timestamptz, "lastTriedAt" timestamptz)
    where message.id = was.id and message.status = 'Pending'
      and message.next_attempt_at = was."leasedUntil"`);
}

const ringing: readonly MessageChannel[] = ["WebPush", "AppPush"];

/** What rings of the same person's and another worker, or lane, has on its way. */
function onTheWay(ctx: Context, now: Date) {
  const other = alias(messages, "other");
  return ctx.db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.userId, messages.userId),
        eq(other.channel, messages.channel),
        eq(other.status, "Pending"),
        gt(other.nextAttemptAt, now),
        // Leased, and not waiting for another try.
        eq(other.nextAttemptAt, sql`${other.triedAt} + make_interval(secs => ${leaseMs / 1_000})`),
      ),
    );
}

/** Whether no earlier message of the same recipient's digest is due. */
function isFirstInDigest(ctx: Context, now: Date): SQL {
  const earlier = alias(messages, "earlier");
  return notExists(
    ctx.db
      .select({ id: earlier.id })
      .from(earlier)
      .where(
        and(
          eq(earlier.recipient, messages.recipient),
          eq(earlier.inDigest, true),
          eq(earlier.status, "Pending"),
          lte(earlier.nextAttemptAt, now),
          lt(earlier.id, messages.id),
        ),
      ),
  );
}

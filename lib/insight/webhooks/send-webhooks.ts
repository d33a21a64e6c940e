import { setTimeout as sleep } from "node:timers/promises";

import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { unseal } from "@/lib/core/seal";

import { bodyOf } from "./body-of";
import { postEvent } from "./post-event";
import { aboutSecret, leaseMs, pauseMs, signatureOf } from "./rules";
import { settleTry, type Outcome } from "./settle-try";
import { claimDelivery, type Claimed } from "./store/claims";
import type { WebhookRow } from "./store/webhooks";

/** Deliveries on their way at a time, to all webhooks together. */
const mostTogether = 16;
/** How soon it looks again for what is due while others are on their way, and until when a run goes on. */
const lookMs = 250;
const runMs = 20_000;

/**
 * Sends what is due to webhooks. Nothing is sent inside a transaction: a delivery is leased, so several workers share
 * the work and a crash only repeats a try. One webhook that hangs has a few deliveries on their way, not all of them.
 * A failure is tried again with pauses that double, for three days. Returns what came of it.
 */
export async function sendWebhooks(ctx: Context): Promise<Record<Outcome, number>> {
  scopeOf(ctx, "webhook.send");
  const counts = { sent: 0, failed: 0, parked: 0 };
  const endsAt = ctx.clock.real().getTime() + runMs;
  const going = new Set<Promise<void>>();
  const broken: unknown[] = [];
  for (;;) {
    const now = ctx.clock.real();
    const isOpen = now.getTime() < endsAt && broken.length === 0 && going.size < mostTogether;
    const claimed = isOpen
      ? await claimDelivery(ctx, now, new Date(now.getTime() + leaseMs))
      : null;
    if (!claimed && going.size === 0) break;
    if (!claimed) {
      // What comes meanwhile is not to wait for one that hangs.
      await Promise.race([...going, sleep(lookMs)]);
      continue;
    }
    const one = sendOne(ctx, claimed)
      .then((outcome) => void (outcome && (counts[outcome] += 1)))
      .catch((error: unknown) => void broken.push(error))
      .finally(() => going.delete(one));
    going.add(one);
  }
  if (broken.length > 0) throw broken[0];
  return counts;
}

async function sendOne(ctx: Context, { delivery, webhook }: Claimed): Promise<Outcome | null> {
  const began = ctx.clock.real();
  const body = bodyOf(ctx, webhook, delivery);
  const signature = signatureOf(body, began, secretsOf(ctx, webhook, began));
  const answer = await postEvent(ctx.config, { url: webhook.url, body, signature });
  const number = delivery.attempts + 1;
  const now = ctx.clock.real();
  const durationMs = now.getTime() - began.getTime();
  const nextAttemptAt = new Date(
    Math.min(
      now.getTime() + pauseMs(number),
      Math.max(delivery.givesUpAt.getTime(), now.getTime()),
    ),
  );
  return inTransaction(ctx, (ctx) =>
    settleTry(
      ctx,
      { delivery, webhook },
      { ...answer, number, at: began, durationMs },
      nextAttemptAt,
    ),
  );
}

/** The secrets that sign now: two during a rotation. */
function secretsOf({ config }: Context, webhook: WebhookRow, now: Date): string[] {
  const { id, secret, oldSecret, oldSecretUntil } = webhook;
  const old = oldSecret && oldSecretUntil && oldSecretUntil > now ? [oldSecret] : [];
  return [secret, ...old].map((sealed) => unseal(config.dataKeys, sealed, aboutSecret(id)));
}

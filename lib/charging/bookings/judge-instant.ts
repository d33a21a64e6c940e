import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import { failField } from "@/lib/core/errors";

/** How late a phone may tell what it did without network, and how far its corrected clock may be ahead of ours. */
const latestHours = 4;
const aheadSeconds = 60;
/** Longer than a request takes where the network is bad, and shorter than anybody waits at a gate. */
const toldAtOnceMs = 15_000;

/**
 * The instant of a deed: now, or the one that a phone without network gives for it, where that lies at most 4 hours
 * back and at most 60 seconds ahead, both included (product.md, QR; docs/decisions/offline-acts.md). Nothing else of a
 * phone's clock is believed. Throws `offline.too_old` or `offline.ahead` at the field that has it.
 */
export function judgeInstant(ctx: Context, given: Date | undefined, field: string): Date {
  const now = ctx.clock.now();
  if (given === undefined) return now;
  if (now.getTime() - given.getTime() > latestHours * hourMs) {
    throw failField("offline.too_old", field, { hours: latestHours });
  }
  if (isAhead(ctx, given)) {
    throw failField("offline.ahead", field, { seconds: aheadSeconds });
  }
  return given;
}

/**
 * Whether a deed was made without network: it is told later than a request takes. A phone gives the instant of all
 * that it does, so that trying again says the same; what it tells at once, whoever holds it hears the answer to.
 */
export function isToldLate(ctx: Context, given: Date | undefined): given is Date {
  return given !== undefined && ctx.clock.now().getTime() - given.getTime() > toldAtOnceMs;
}

/** Whether an instant is further ahead than any that is believed: the clock of its phone was set while it had no network. */
export const isAhead = (ctx: Context, given: Date): boolean =>
  given.getTime() - ctx.clock.now().getTime() > aheadSeconds * 1_000;

/** For audits: that a deed was made without network, and when; nothing for one that was told at once. */
export const madeOffline = (ctx: Context, given: Date | undefined) =>
  isToldLate(ctx, given) ? { madeOfflineAt: given.toISOString() } : undefined;

import { createHmac, randomBytes } from "node:crypto";

import type { Config } from "@/lib/core/config";
import { dayMs, hourMs, minuteMs } from "@/lib/core/durations";
import { fail, failField } from "@/lib/core/errors";
import { isForeignCallable } from "@/lib/core/post-outside";

import type { WebhookOutcome } from "./schema";

/** Webhooks that a business may have. */
export const mostWebhooks = 10;
/** How long an event is tried, and how long nothing may go through until the webhook is switched off (api.md). */
export const patienceMs = 3 * dayMs;
/** The longest pause between two tries. */
const longestPauseMs = 6 * hourMs;
/** How long the old secret signs beside the new one. */
export const rotationMs = dayMs;
/** A try may take so long in all: finding the address, the handshake and the answer. */
export const timeoutMs = 10_000;
/** How long a try is one worker's own; longer than any takes. */
export const leaseMs = 30_000;
/** Bytes of an answer that are read and that are kept, at most. */
export const mostRead = 65_536;
export const mostKept = 4_096;
/** Deliveries that are on their way to one webhook at a time, so that one that hangs keeps nobody waiting. */
export const mostAtOnce = 4;
/** Tries during which what comes later of a subject waits; then the subject goes on without the one that fails. */
export const triesThatHold = 8;
/** Deliveries are kept as long as the events that they tell of. */
export const keptMs = 30 * dayMs;

/** Milliseconds to wait after the n-th failed try: 5 s, doubling, at most 6 h, and a tenth more or less by chance. */
export function pauseMs(attempts: number, chance = Math.random()): number {
  const pause = Math.min(5_000 * 2 ** (attempts - 1), longestPauseMs);
  return Math.round(pause * (0.9 + 0.2 * chance));
}

/** How long a webhook that gives no answer rests, whatever else waits for it. */
export const restMs = (failures: number, chance?: number): number =>
  Math.min(pauseMs(failures, chance), 15 * minuteMs);

/** Whether a try says that nobody is there at all, and not that this one event is not wanted. */
export const isAway = (outcome: WebhookOutcome, status: number | null): boolean =>
  ["TimedOut", "Unreachable", "AddressRefused"].includes(outcome) ||
  status === 429 ||
  status === 503;

/** Whether the webhook is to be switched off: it is gone for good (410), or took nothing for as long as one is tried. */
export function isSpent(
  { failingSince }: { readonly failingSince: Date | null },
  { status, isGivenUp, now }: { status: number | null; isGivenUp: boolean; now: Date },
): boolean {
  if (status === 410) return true;
  // The last try of an event comes at most one pause before its time is over.
  const since = now.getTime() - patienceMs + longestPauseMs;
  return isGivenUp && failingSince !== null && failingSince.getTime() <= since;
}

/** A new secret: 32 bytes by chance, marked as what it is, so that a search of leaked keys finds it. */
export const newSecret = () => `whsec_${randomBytes(32).toString("base64url")}`;

/** To what a sealed secret belongs. */
export const aboutSecret = (webhookId: string) => `webhook/${webhookId}`;

/** `t=<unix s>,v1=<hex HMAC-SHA256 of t.body>`, a `v1` for each secret (api.md). */
export function signatureOf(body: string, at: Date, secrets: readonly string[]): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  const marks = secrets.map((secret) =>
    createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"),
  );
  return [`t=${seconds}`, ...marks.map((mark) => `v1=${mark}`)].join(",");
}

/**
 * Throws `webhook.address` at `url` for what may not be called: not https, with a password or a fragment, or an address
 * in numbers that is not of the internet. Names are judged by where they lead, when they are called.
 */
export function assertAddress(url: string, config: Config): void {
  if (isCallable(url, config)) return;
  throw failField("webhook.address", "url");
}

/** The same, said and not thrown. */
export function isCallable(text: string, { webhooks: { allowPrivate } }: Config): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hash) return false;
  if (allowPrivate) return /^https?:$/.test(url.protocol);
  return isForeignCallable(url);
}

/** Throws `webhook.off` where nothing is sent. */
export function assertOn({ isActive }: { readonly isActive: boolean }): void {
  if (!isActive) throw fail("webhook.off");
}

import { dayMs, minuteMs } from "@/lib/core/durations";

/** Tries before an event is parked for an admin to see (product.md, Notifications). */
export const maxAttempts = 8;

/** Milliseconds to wait after the n-th failed try: 5 s, doubling, at most 15 minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 15 * minuteMs);
}

/** Events delivered before this instant are not kept. */
export function deliveredBefore(now: Date): Date {
  return new Date(now.getTime() - 30 * dayMs);
}

import { dayMs, minuteMs } from "@/lib/core/durations";
import { cut } from "@/lib/core/text";
import { subjects } from "@/lib/words";

import type { Cursor, Gap, NewEvent } from "./schema";

/** Tries before an event is parked for an admin to see (product.md, Notifications). */
export const maxAttempts = 8;

/** Deliveries that are claimed and marked together at most: enough to make the commit cheap, few enough to be short. */
export const mostTogether = 200;

/**
 * Milliseconds for which one run goes on while there is more; the next begins where it ended. Short, because a
 * subscriber that has had all waits for the others until then.
 */
export const runMs = 1_000;

/** Whether an admin may give it one more try: it was given up. */
export const isRetriable = ({ parkedAt }: { readonly parkedAt: Date | null }): boolean =>
  parkedAt !== null;

/** Milliseconds to wait after the n-th failed try: 5 s, doubling, at most 15 minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 15 * minuteMs);
}

/** Events older than this instant, and delivered, are not kept. */
export function deliveredBefore(now: Date): Date {
  return new Date(now.getTime() - 30 * dayMs);
}

/** What the event is about, by the words of its room: `booking/0199…`, `station/…`. */
export function subjectOf({ type, payload }: NewEvent): string {
  const [noun = ""] = type.split(".");
  const field = (subjects as Readonly<Record<string, string>>)[noun] ?? "";
  const id = (payload as Readonly<Record<string, unknown>>)[field];
  return `${field.replace(/Id$/, "")}/${String(id)}`;
}

/** Why a try failed, in the words of what went wrong first: a statement's text and values are nobody's to read. */
export function reasonOf(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  return cut(root instanceof Error ? root.message : String(root), 500);
}

/**
 * How long a transaction may hold back what it has written, in milliseconds, until live views take it as rolled back:
 * a place is taken when an event is written, and can be read when its transaction commits, behind later ones.
 */
const patience = minuteMs;

/** The cursor after the events at these positions, in ascending order, were read at `now` (milliseconds since 1970). */
export function advance(cursor: Cursor, positions: readonly number[], now: number): Cursor {
  const position = Math.max(cursor.position, positions.at(-1) ?? 0);
  const passed = { from: cursor.position + 1, to: position, until: now + patience };
  const gaps = [...cursor.gaps, passed]
    .filter(({ until }) => until > now)
    .flatMap((gap) => emptyParts(gap, positions));
  return { position, gaps };
}

function emptyParts(gap: Gap, positions: readonly number[]): Gap[] {
  const parts: Gap[] = [];
  let next = gap.from;
  for (const taken of positions) {
    if (taken < gap.from || taken > gap.to) continue;
    if (taken > next) parts.push({ ...gap, from: next, to: taken - 1 });
    next = taken + 1;
  }
  return next <= gap.to ? [...parts, { ...gap, from: next }] : parts;
}

import { hourMs } from "@/lib/core/durations";
import type { AppError } from "@/lib/core/errors";

/**
 * How far ahead arrivals are shown, also past midnight: as long as what a phone did without network may be told
 * later, so that it knows every code that it could let in meanwhile.
 */
export const arrivalsAheadMs = 4 * hourMs;

/** A list of the queue has so many rows at most; its count goes on. */
export const longestList = 200;

interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Place {
  readonly id: string;
  readonly busy: boolean;
}

/** The connector that check-in would take: the one that was wished for where it is free, else the first free one. */
export function proposeConnector<P extends Place>(
  places: readonly P[],
  wishedId: string | null,
): P | null {
  const free = places.filter(({ busy }) => !busy);
  return free.find(({ id }) => id === wishedId) ?? free[0] ?? null;
}

/**
 * The booking that needs a place first once a car's booked time is over: of the first slot from then on (or from now,
 * where it is over already) that has no place to spare, the booking that begins with it and was made first. Null
 * where there is none: then the car may stay. `slots` are in order.
 */
export function findNext<B extends Range>(
  bookedUntil: Date,
  now: Date,
  slots: readonly (Range & { readonly capacity: number; readonly reserved: number })[],
  bookings: readonly B[],
): B | null {
  const from = bookedUntil > now ? bookedUntil : now;
  const tight = slots.find((slot) => slot.endsAt > from && slot.reserved >= slot.capacity);
  if (!tight) return null;
  return bookings.find(({ startsAt }) => startsAt.getTime() === tight.startsAt.getTime()) ?? null;
}

const keptKinds: readonly AppError["kind"][] = ["BusinessRuleViolation", "Conflict", "NotFound"];

/**
 * Whether the refusal of an act without network is a matter for a person: a rule said no, or somebody was first. Not
 * what is only malformed, not for this caller, or may be tried again.
 */
export function isWorthKeeping({ kind, code }: Pick<AppError, "kind" | "code">): boolean {
  return keptKinds.includes(kind) && !/^(request|idempotency)\./.test(code);
}

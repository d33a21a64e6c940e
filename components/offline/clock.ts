import { minuteMs } from "@/lib/core/durations";

/** How far the server's clock is ahead of the phone's, as one answer told. All in milliseconds. */
export interface ClockReading {
  readonly offsetMs: number;
  /** How wrong it may be: half the way there and back, and what the header leaves out. */
  readonly doubtMs: number;
  /** When it was read, by the phone's clock. */
  readonly readAt: number;
}

/** After so long a reading gives way to any newer one: clocks drift. */
const freshMs = 10 * minuteMs;

/** The `Date` header tells seconds, cut off. */
const headerStepMs = 1_000;

/**
 * Reads the server's clock from an answer: it is told somewhere between sending and hearing, by the phone's clock,
 * and so taken as told in the middle. `serverTime` is the answer's own field, to the millisecond, where it has one;
 * `date` the header. Null where neither can be read.
 */
export function readClock(answer: {
  readonly sentAt: number;
  readonly heardAt: number;
  readonly serverTime?: string;
  readonly date?: string | null;
}): ClockReading | null {
  const exact = Date.parse(answer.serverTime ?? "");
  const rough = Date.parse(answer.date ?? "") + headerStepMs / 2;
  const told = Number.isNaN(exact) ? rough : exact;
  if (Number.isNaN(told) || answer.heardAt < answer.sentAt) return null;
  const half = (answer.heardAt - answer.sentAt) / 2;
  return {
    offsetMs: Math.round(told - (answer.sentAt + half)),
    doubtMs: Math.round(half + (Number.isNaN(exact) ? headerStepMs / 2 : 0)),
    readAt: answer.heardAt,
  };
}

/**
 * Which of two readings counts: the newer, unless it only says less exactly what the older said a moment ago. Where
 * they contradict one another, the phone's clock was changed in between.
 */
export function betterClock(older: ClockReading | null, newer: ClockReading | null) {
  if (!older || !newer) return newer ?? older;
  const apart = Math.abs(newer.offsetMs - older.offsetMs);
  const isFresh = Math.abs(newer.readAt - older.readAt) < freshMs;
  const agrees = apart <= newer.doubtMs + older.doubtMs;
  return isFresh && agrees && older.doubtMs <= newer.doubtMs ? older : newer;
}

/** The server's time, in milliseconds since 1970, at a moment of the phone's clock; the phone's own where none is known. */
export const serverTimeAt = (clock: ClockReading | null, phoneNow: number): number =>
  phoneNow + (clock?.offsetMs ?? 0);

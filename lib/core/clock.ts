/** Where a use case takes the time from. Injected, so that rules can be tested at any instant. */
export interface Clock {
  /** The instant that every rule counts from. A test clock may move it. */
  now(): Date;
  /** The real instant, for the validity of tokens, sessions and links, which no test clock moves. */
  real(): Date;
}

/** The clock of production: both readings are the server's own time. */
export const systemClock: Clock = { now: () => new Date(), real: () => new Date() };

/** A clock whose rules run `offsetMs` milliseconds ahead of the server's time (behind it when negative). */
export function offsetClock(offsetMs: number): Clock {
  return { now: () => new Date(Date.now() + offsetMs), real: () => new Date() };
}

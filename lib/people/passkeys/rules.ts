import { minuteMs } from "@/lib/core/durations";

/** How many an account may have: every device of a person, and none kept for show. */
export const mostPasskeys = 20;
const challengeMinutes = 5;

/** Until when the answer to a challenge that is given at `now` is taken. */
export const challengeEnd = (now: Date): Date =>
  new Date(now.getTime() + challengeMinutes * minuteMs);

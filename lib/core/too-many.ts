import { type AppError, fail } from "./errors";

/** A wait of two minutes and more is said in minutes. */
const longestInSeconds = 119;

/** The refusal `request.rate_limited` (429) with how long to wait, in whole seconds; long waits are said in minutes. */
export const tooMany = (seconds: number): AppError =>
  fail("request.rate_limited", {
    seconds,
    minutes: seconds > longestInSeconds ? Math.ceil(seconds / 60) : 0,
  });

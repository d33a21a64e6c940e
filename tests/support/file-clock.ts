import { beforeEach } from "vitest";

import { testClockAt, type TestClock } from "./test-clock";

/**
 * The clock of a test file: it stands at the instant again before each test, wherever the one before left it.
 * Call it at the top of the file, or of what the top calls.
 */
export function fileClock(instant: Date | string): TestClock {
  const clock = testClockAt(instant);
  beforeEach(() => clock.set(instant));
  return clock;
}

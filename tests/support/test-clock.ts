import type { Clock } from "@/lib/core/clock";

/** A clock that stands still until a test moves it. `real()` stands with it unless set apart. */
export interface TestClock extends Clock {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

export function testClockAt(instant: Date | string): TestClock {
  let now = new Date(instant).getTime();
  return {
    now: () => new Date(now),
    real: () => new Date(now),
    set: (to) => {
      now = new Date(to).getTime();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;

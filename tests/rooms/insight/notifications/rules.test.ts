import { expect, it } from "vitest";

import { pauseMs } from "@/lib/insight/notifications/rules";
import { pauseMs as webhookPauseMs, restMs } from "@/lib/insight/webhooks/rules";

const seconds = (pause: (attempts: number, chance: number) => number, attempts: number) =>
  [0, 0.5, 1].map((chance) => pause(attempts, chance) / 1_000);

it.each([
  [1, 10],
  [2, 60],
  [3, 300],
  [4, 900],
  [5, 3_600],
  [6, 10_800],
  [7, 21_600],
  // Of a mailing, which tries on.
  [8, 21_600],
  [60, 21_600],
])(
  "after %i failed tries a message waits %i s, a quarter more or less by chance",
  (attempts, middle) => {
    expect(seconds(pauseMs, attempts)).toEqual([middle * 0.75, middle, middle * 1.25]);
  },
);

it.each([
  [1, 5],
  [8, 640],
  [13, 20_480],
  [14, 21_600],
  [60, 21_600],
])(
  "after %i failed tries a webhook's delivery waits %i s, a tenth more or less by chance",
  (attempts, middle) => {
    const [least, usual, most] = seconds(webhookPauseMs, attempts);
    expect(usual).toBe(middle);
    expect(least).toBeCloseTo(middle * 0.9, 3);
    expect(most).toBeCloseTo(middle * 1.1, 3);
    // A receiver that gives no answer rests no longer than a quarter of an hour.
    for (const chance of [0, 1]) expect(restMs(attempts, chance)).toBeLessThanOrEqual(900_000);
  },
);

it("the eight tries of a message outlast a night without a mail server, whatever chance says", () => {
  const span = (chance: number) =>
    [1, 2, 3, 4, 5, 6, 7].reduce((sum, attempts) => sum + pauseMs(attempts, chance), 0) / 3_600_000;
  expect(span(0)).toBeGreaterThan(7.5);
  expect(span(0.5)).toBeCloseTo(10.35, 1);
  expect(span(1)).toBeLessThan(13);
});

it("pauses are not the same for all that failed together", () => {
  for (const pause of [pauseMs, webhookPauseMs]) {
    expect(new Set(Array.from({ length: 50 }, () => pause(5))).size).toBeGreaterThan(25);
  }
});

import { expect, it } from "vitest";

import { minutes as ms } from "../support/test-clock";
import { runWithin } from "../bench/budget";
import { usual, usualMinutes } from "../bench/usual";

/** Benches that take as long as is said, by a clock that only they move. */
function benchesOf(...each: readonly { name: string; minutes: number; takes: number }[]) {
  let time = 0;
  const benches = each.map(({ takes, ...bench }) => ({
    ...bench,
    run: async () => {
      time += ms(takes);
      return [bench.name];
    },
  }));
  return { benches, now: () => time };
}

it("the usual benches fit into their time", () => {
  const whole = Object.values(usual).reduce((sum, minutes) => sum + minutes, 0);
  expect(whole).toBeLessThanOrEqual(usualMinutes);
});

it("runs one after the other, and says how long each took", async () => {
  const { benches, now } = benchesOf(
    { name: "one", minutes: 2, takes: 1 },
    { name: "two", minutes: 3, takes: 3 },
  );
  const { figures, took, leftOut } = await runWithin(5, benches, now);
  expect({ figures, leftOut }).toEqual({ figures: ["one", "two"], leftOut: [] });
  expect([...took]).toEqual([
    ["one", 1],
    ["two", 3],
  ]);
});

it("leaves out what would end too late after a slow one, and runs what still fits", async () => {
  const { benches, now } = benchesOf(
    { name: "slow", minutes: 2, takes: 4 },
    { name: "long", minutes: 2, takes: 2 },
    { name: "short", minutes: 1, takes: 1 },
  );
  const { figures, leftOut } = await runWithin(5, benches, now);
  expect(figures).toEqual(["slow", "short"]);
  expect(leftOut).toEqual(["long"]);
});

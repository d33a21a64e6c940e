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
  const kept: string[] = [];
  const run = async (minutes: number) => ({
    ...(await runWithin(
      minutes,
      benches,
      (figures) => kept.push(...figures),
      () => time,
    )),
    kept,
  });
  return { run };
}

it("the usual benches fit into their time", () => {
  const whole = Object.values(usual).reduce((sum, minutes) => sum + minutes, 0);
  expect(whole).toBeLessThanOrEqual(usualMinutes);
});

it("runs one after the other, and says how long each took", async () => {
  const { run } = benchesOf(
    { name: "one", minutes: 2, takes: 1 },
    { name: "two", minutes: 3, takes: 3 },
  );
  const { kept, took, leftOut } = await run(5);
  expect({ kept, leftOut }).toEqual({ kept: ["one", "two"], leftOut: [] });
  expect([...took]).toEqual([
    ["one", 1],
    ["two", 3],
  ]);
});

it("leaves out what would end too late after a slow one, and runs what still fits", async () => {
  const { run } = benchesOf(
    { name: "slow", minutes: 2, takes: 4 },
    { name: "long", minutes: 2, takes: 2 },
    { name: "short", minutes: 1, takes: 1 },
  );
  const { kept, leftOut } = await run(5);
  expect(kept).toEqual(["slow", "short"]);
  expect(leftOut).toEqual(["long"]);
});

it("goes on after one that failed, and says why it did", async () => {
  const broken = { name: "broken", minutes: 1, run: () => Promise.reject(new Error("no")) };
  const whole = { name: "whole", minutes: 1, run: async () => ["figure"] };
  const kept: string[] = [];
  const { failures } = await runWithin(2, [broken, whole], (figures) => kept.push(...figures));
  expect(kept).toEqual(["figure"]);
  expect(failures.get("broken")).toEqual(new Error("no"));
});

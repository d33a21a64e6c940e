import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { root } from "@/scripts/parts/paths";

import { benchmarksWith } from "../bench/document";
import { besideBound, type Figure, sideBySide } from "../bench/figures";
import { knownMisses, whatFails } from "../bench/known-misses";

const figure = (more: Partial<Figure>): Figure => ({
  bench: "one",
  what: "fast",
  figure: "1.00 times",
  reach: "≤ 2 times",
  reached: true,
  ...more,
});
/** The cells of the row about that. */
const cellsOf = (document: string, what: string) =>
  document
    .split("\n")
    .find((line) => line.includes(`| ${what} `))
    ?.split("|")
    .map((cell) => cell.trim())
    .slice(1, -1);

it("keeps the rows of other benches with their machine and day, and the words below", () => {
  const first = benchmarksWith("", [figure({}), figure({ bench: "two", what: "slow" })], day(1));
  const second = benchmarksWith(
    `${first.document}\nWhy it is so.\n`,
    [figure({ figure: "1.50 times" })],
    day(2),
  ).document;
  expect(cellsOf(second, "slow")?.at(-1)).toMatch(/^\d+ cores \(.+\), 2030-01-01$/);
  expect(cellsOf(second, "fast")?.at(-1)).toMatch(/, 2030-01-02$/);
  expect(cellsOf(second, "fast")?.[2]).toBe("1.50 times");
  expect(second.split("| fast ")).toHaveLength(2);
  expect(second.trimEnd()).toMatch(/\|\n\nWhy it is so\.$/);
});

it("says of a reach yes, no or that this machine cannot tell, and nothing where none is asked", () => {
  const told = (more: Partial<Figure>) =>
    cellsOf(benchmarksWith("", [figure(more)], day(1)).document, "fast")?.[4];
  expect(told({})).toBe("yes");
  expect(told({ reached: false })).toBe("no");
  expect(told({ reached: null })).toBe("not judged");
  expect(told({ reach: "–" })).toBe("–");
});

it("tells a figure so that it shows on which side of its bound it lies", () => {
  expect(besideBound(0.93, 1)).toBe("0.93");
  expect(besideBound(1.004, 1)).toBe("1.004");
  expect(besideBound(0.7499, 0.75)).toBe("0.7499");
  expect(besideBound(2, 2)).toBe("2.00");
  expect(sideBySide([1.504], [1], 1.5).said).toBe("1.504 times (1.50–1.50)");
  expect(sideBySide([1.504], [1]).said).toBe("1.50 times (1.50–1.50)");
});

it("fails for what is missed, but for what is known to be and strays no further than it may", () => {
  const known = [
    { bench: "one", what: "fast", floor: 0.3 },
    { bench: "one", what: "small", ceiling: 9 },
  ];
  const fails = (more: Partial<Figure>) => whatFails([figure({ reached: false, ...more })], known);
  expect(fails({ value: 0.31 })).toEqual([]);
  expect(fails({ value: 0.29 })).toHaveLength(1);
  expect(fails({ what: "small", value: 8 })).toEqual([]);
  expect(fails({ what: "small", value: 10 })).toHaveLength(1);
  expect(fails({})).toHaveLength(1);
  expect(fails({ bench: "two", value: 0.31 })).toHaveLength(1);
  expect(fails({ reached: true, what: "other" })).toEqual([]);
  expect(fails({ reached: null, what: "other" })).toEqual([]);
});

it("knows of no miss that is no row of the document", () => {
  const rows = readFileSync(root("docs/benchmarks.md"), "utf8").split("\n");
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const missing = knownMisses.filter(
    ({ bench, what }) => !cells.some(([, one, other]) => one === bench && other === what),
  );
  expect(missing).toEqual([]);
});

function day(of: number): Date {
  return new Date(`2030-01-0${of}T12:00:00Z`);
}

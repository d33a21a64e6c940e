import { stripVTControlCharacters } from "node:util";

import { root } from "./paths";
import type { Failure } from "./reports";
import type { Tally } from "./tally";

/** How many files are named as the slowest. */
const SLOWEST = 10;

/** How much of a failure's own words is said again at the end, in lines; the whole stands further up. */
const FAILURE_LINES = 12;

/**
 * Prints a table of the parts, the slowest test files, what failed, and as the last line the sum. Returns whether all
 * passed and anything ran.
 */
export function summarise(tallies: readonly Tally[]): boolean {
  const sum = (key: "passed" | "failed") => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log("\nSummary");
  for (const { name, passed, failed, seconds } of tallies) {
    const counts = `${passed} passed, ${failed} failed`;
    console.log(`  ${name.padEnd(16)}${counts.padEnd(28)}${inSeconds(seconds)}`);
  }
  const slowest = tallies
    .flatMap(({ files = [] }) => files)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST);
  if (slowest.length > 0) console.log("\nThe slowest test files");
  for (const { file, seconds } of slowest) console.log(`  ${file.padEnd(44)}${inSeconds(seconds)}`);
  printFailures(
    "What passed only when it ran once more",
    tallies.flatMap(({ flaky = [] }) => flaky),
  );
  printFailures(
    "What failed",
    tallies.flatMap(({ failures = [] }) => failures),
  );
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0;
}

/** Once more at the end: whoever has only the last lines of a long run is to know what to mend. */
function printFailures(heading: string, failures: readonly Failure[]): void {
  if (failures.length > 0) console.log(`\n${heading}`);
  for (const { title, message } of failures) {
    console.log(`  ${title.replace(root(""), "")}`);
    const lines = stripVTControlCharacters(message).split("\n").slice(0, FAILURE_LINES);
    for (const line of lines) console.log(`      ${line}`);
  }
}

const inSeconds = (seconds: number) => `${seconds.toFixed(1).padStart(7)} s`;

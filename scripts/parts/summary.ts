import type { Tally } from "./tally";

/** How many files are named as the slowest. */
const SLOWEST = 10;

/**
 * Prints a table of the parts, the slowest test files, and as the last line the sum. Returns whether all passed and
 * anything ran.
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
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0;
}

const inSeconds = (seconds: number) => `${seconds.toFixed(1).padStart(7)} s`;

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root } from "./paths";

/** How one part of the checks or tests went. */
export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** The browser tests take about ten minutes on two cores that are free, and twice that on busy ones. */
const TOOL_TIMEOUT_MS = 20 * 60_000;

const reports = mkdtempSync(join(tmpdir(), "baybook-report-"));

/** Runs one of the project's programs in view; resolves to its exit code (1 when it did not start). */
export function runTool(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const child = spawn(process.execPath, [root(file), ...args], {
    cwd: root(),
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    // A part that hangs has failed, and the next ones still get their turn.
    timeout: TOOL_TIMEOUT_MS,
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(1)).once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a part that passes or fails as a whole, and counts it as one. An exception is a failure. */
export async function tallyOne(name: string, part: () => Promise<boolean>): Promise<Tally> {
  return timed(name, async () => {
    const passed = await part().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    });
    return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

/** Runs vitest on some of its projects and counts tests; a file that does not load is one that failed. */
export async function tallyVitest(name: string, projects: readonly string[]): Promise<Tally> {
  const report = join(reports, `${name}.json`);
  const only = projects.flatMap((project) => ["--project", project]);
  const outputs = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return timed(name, async () => {
    const args = ["run", "--passWithNoTests", ...only, ...outputs];
    const code = await runTool("node_modules/vitest/vitest.mjs", args);
    return atLeastOneFailure(
      code,
      existsSync(report) ? countVitest(readReport(report)) : undefined,
    );
  });
}

/** Runs the browser tests and counts them. */
export async function tallyPlaywright(
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const report = join(reports, `${name}.json`);
  return timed(name, async () => {
    const code = await runTool(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=list,json", "--pass-with-no-tests"],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    return atLeastOneFailure(
      code,
      existsSync(report) ? countPlaywright(readReport(report)) : undefined,
    );
  });
}

/** Prints a table and, as the last line, the sum. Returns whether all passed and anything ran. */
export function summarise(tallies: readonly Tally[]): boolean {
  const sum = (key: "passed" | "failed") => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log("\nSummary");
  for (const { name, passed, failed, seconds } of tallies) {
    const counts = `${passed} passed, ${failed} failed`;
    console.log(`  ${name.padEnd(16)}${counts.padEnd(28)}${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0;
}

type Counts = Pick<Tally, "passed" | "failed">;

async function timed(name: string, run: () => Promise<Counts>): Promise<Tally> {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const counts = await run();
  return { name, ...counts, seconds: (performance.now() - began) / 1000 };
}

/** A runner that ended badly without a failed test (an error between tests, say) has failed all the same. */
function atLeastOneFailure(code: number, counts: Counts = { passed: 0, failed: 0 }): Counts {
  return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

function readReport(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function countVitest(report: {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

function countPlaywright({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number };
}): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

import { existsSync, readFileSync } from "node:fs";

/** What a runner's own report says: how many tests, and how long each file took. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly files?: readonly FileSeconds[];
}

export interface FileSeconds {
  readonly file: string;
  readonly seconds: number;
}

const nothing: Counts = { passed: 0, failed: 0 };

/** Counts vitest's JSON report; a file that does not load is one that failed. No report counts as nothing. */
export function readVitest(report: string, fileSeconds: string): Counts {
  if (!existsSync(report)) return nothing;
  const { numPassedTests, numFailedTests, testResults } = read<{
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  }>(report);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    files: existsSync(fileSeconds) ? read<FileSeconds[]>(fileSeconds) : [],
  };
}

interface Suite {
  readonly file: string;
  readonly specs?: readonly { tests: readonly { results: readonly { duration: number }[] }[] }[];
  readonly suites?: readonly Suite[];
}

/** Counts Playwright's JSON report. No report counts as nothing. */
export function readPlaywright(report: string): Counts {
  if (!existsSync(report)) return nothing;
  const { stats, suites } = read<{
    stats: { expected: number; unexpected: number; flaky: number };
    suites: readonly Suite[];
  }>(report);
  const files = suites.map((suite) => ({
    file: `tests/browser/${suite.file}`,
    seconds: milliseconds(suite) / 1000,
  }));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, files };
}

/** What the tests of a suite took, in every project. */
function milliseconds({ specs = [], suites = [] }: Suite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results));
  return (
    own.reduce((sum, { duration }) => sum + duration, 0) +
    suites.reduce((sum, suite) => sum + milliseconds(suite), 0)
  );
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

import { existsSync, readFileSync } from "node:fs";

/** What a runner's own report says: how many tests, how long each file took, and what failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly files?: readonly FileSeconds[];
  readonly failures?: readonly Failure[];
  /** What failed first and passed when it ran once more. */
  readonly flaky?: readonly Failure[];
}

/** A test that failed, or a file that did not load. */
export interface Failure {
  readonly title: string;
  readonly message: string;
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
    testResults: VitestFile[];
  }>(report);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    files: existsSync(fileSeconds) ? read<FileSeconds[]>(fileSeconds) : [],
    failures: [
      ...unloaded.map(({ name, message }) => ({ title: name, message })),
      ...testResults.flatMap(failedTests),
    ],
  };
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages?: readonly string[];
  }[];
}

function failedTests({ name, assertionResults }: VitestFile): Failure[] {
  return assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages = [] }) => ({
      title: `${name} › ${fullName}`,
      message: failureMessages.join("\n"),
    }));
}

interface Suite {
  readonly file: string;
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}

interface Spec {
  readonly title: string;
  readonly tests: readonly {
    readonly projectName: string;
    readonly status: string;
    readonly results: readonly {
      readonly duration: number;
      readonly error?: { readonly message?: string };
    }[];
  }[];
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
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    files,
    failures: suites.flatMap((suite) => specsThatWere("unexpected", suite)),
    flaky: suites.flatMap((suite) => specsThatWere("flaky", suite)),
  };
}

function specsThatWere(
  outcome: "unexpected" | "flaky",
  { file, specs = [], suites = [] }: Suite,
): Failure[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === outcome)
      .map(({ projectName, results }) => ({
        title: `tests/browser/${file} › ${title} [${projectName}]`,
        message: results.flatMap(({ error }) => error?.message ?? []).join("\n"),
      })),
  );
  return [...own, ...suites.flatMap((suite) => specsThatWere(outcome, suite))];
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

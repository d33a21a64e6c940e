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

/** How a test file went, as a run of vitest writes it down (tests/support/file-reporter.ts). */
export interface TestedFile extends FileSeconds {
  readonly passed: number;
  /** The tests that failed, or the file itself where it did not load or end well. */
  readonly failures: readonly Failure[];
}

/** The files of a run of vitest in which something failed. No report names none. */
export const failedFiles = (report: string): string[] =>
  readFiles(report)
    .filter(({ failures }) => failures.length > 0)
    .map(({ file }) => file);

/** Counts a run of vitest, of which some files may have run once more: then that counts. No report counts as nothing. */
export function readVitest(report: string, secondReport: string): Counts {
  const first = readFiles(report);
  const second = Map.groupBy(readFiles(secondReport), ({ file }) => file);
  const last = first.map((one) => second.get(one.file)?.[0] ?? one);
  const failures = last.flatMap((file) => file.failures);
  const still = new Set(failures.map(({ title }) => title));
  return {
    passed: last.reduce((sum, { passed }) => sum + passed, 0),
    failed: failures.length,
    files: first,
    failures,
    flaky: first.flatMap((file) => file.failures).filter(({ title }) => !still.has(title)),
  };
}

const readFiles = (report: string): TestedFile[] =>
  existsSync(report) ? read<TestedFile[]>(report) : [];

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

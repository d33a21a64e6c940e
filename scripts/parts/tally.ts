import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root } from "./paths";
import { type Counts, failedFiles, readPlaywright, readVitest } from "./reports";

/** How one part of the checks or tests went. */
export interface Tally extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** The browser tests take some fifteen minutes on two cores that are free, and more on busy ones. */
const TOOL_TIMEOUT_MS = 50 * 60_000;

/** Where more test files fail it is no moment of a busy machine. */
const MOST_AGAIN = 10;

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
    // A part that hangs has failed, and the next ones still get their turn; told so, it ends what it started.
    timeout: TOOL_TIMEOUT_MS,
    killSignal: "SIGINT",
  });
  return codeOf(child);
}

/** As `runTool`, but shows what the program writes when it has ended, in one piece: others run beside it. */
export async function runQuietly(file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [root(file), ...args], {
    cwd: root(),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TOOL_TIMEOUT_MS,
    killSignal: "SIGINT",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const code = await codeOf(child);
  if (output.trim()) console.log(output.trim());
  return code;
}

/** 1 when it did not start, or was ended by a signal. */
function codeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1)).once("close", (code) => resolve(code ?? 1));
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

/**
 * Runs vitest on some of its projects and counts tests; a file that does not load is one that failed. Files that failed
 * run once more, one at a time, so that a moment of a busy machine stops no delivery; what passes only then is named by
 * the summary, because it is a fault to be found.
 */
export async function tallyVitest(name: string, projects: readonly string[]): Promise<Tally> {
  const only = projects.flatMap((project) => ["--project", project]);
  const run = (report: string, args: readonly string[]) =>
    runTool("node_modules/vitest/vitest.mjs", ["run", "--passWithNoTests", ...only, ...args], {
      // Its presence asks for the report (vitest.config.ts).
      FILE_REPORT: report,
    });
  return timed(name, async () => {
    const [first, second] = [join(reports, `${name}.json`), join(reports, `${name} again.json`)];
    let code = await run(first, []);
    const failed = failedFiles(first);
    if (failed.length > 0 && failed.length <= MOST_AGAIN) {
      console.log(`\n── ${name}, what failed once more`);
      code = await run(second, ["--maxWorkers=1", ...failed]);
    }
    return atLeastOneFailure(code, readVitest(first, second));
  });
}

/** Runs the browser tests and counts them. One that fails runs once more, as files of vitest do. */
export async function tallyPlaywright(
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const report = join(reports, `${name}.json`);
  return timed(name, async () => {
    const code = await runTool(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=list,json", "--retries=1", "--pass-with-no-tests"],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    return atLeastOneFailure(code, readPlaywright(report));
  });
}

async function timed(name: string, run: () => Promise<Counts>): Promise<Tally> {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const counts = await run();
  return { name, ...counts, seconds: (performance.now() - began) / 1000 };
}

/** A runner that ended badly without a failed test (an error between tests, say) has failed all the same. */
function atLeastOneFailure(code: number, counts: Counts): Counts {
  return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

import { writeFileSync } from "node:fs";
import { relative } from "node:path";

import type { Reporter, TestModule } from "vitest/node";

import { root } from "../../scripts/parts/paths";
import type { TestedFile } from "../../scripts/parts/reports";

type Thrown = ReturnType<TestModule["errors"]>[number];

/**
 * Writes how each test file went to the file that FILE_REPORT names. vitest's JSON leaves out what a file does before
 * its first test (loading its modules, making its database), and what a database said that refused a statement.
 */
export class FileReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!process.env.FILE_REPORT) return;
    writeFileSync(process.env.FILE_REPORT, JSON.stringify(modules.map(testedFile)));
  }
}

function testedFile(module: TestModule): TestedFile {
  const file = relative(root(), module.moduleId);
  const { collectDuration, duration } = module.diagnostic();
  const failed = [...module.children.allTests("failed")].map((test) => ({
    title: `${file} › ${test.fullName}`,
    message: messageOf(test.result().errors),
  }));
  const isAtFault = failed.length === 0 && !module.ok();
  return {
    file,
    seconds: (collectDuration + duration) / 1000,
    passed: [...module.children.allTests("passed")].length,
    failures: isAtFault ? [{ title: file, message: messageOf(errorsOf(module)) }] : failed,
  };
}

const errorsOf = (module: TestModule) => [
  ...module.errors(),
  ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
];

const messageOf = (errors: readonly Thrown[] = []) => errors.map(withCauses).join("\n");

/** Of a refused statement the first line, and who refused it: what comes after is the statement's values. */
function withCauses(error: Thrown): string {
  const own = error.stack ?? error.message;
  return error.cause ? `${own}\nbecause of ${withCauses(error.cause as Thrown)}` : own;
}

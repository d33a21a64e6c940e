import { writeFileSync } from "node:fs";
import { relative } from "node:path";

import type { Reporter, TestModule } from "vitest/node";

import { root } from "../../scripts/parts/paths";

/**
 * Writes how long each test file took, in seconds, to the file that FILE_SECONDS names. vitest's JSON leaves out
 * what a file does before its first test: loading its modules and making its database.
 */
export class FileSecondsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      return {
        file: relative(root(), module.moduleId),
        seconds: (collectDuration + duration) / 1000,
      };
    });
    if (process.env.FILE_SECONDS) writeFileSync(process.env.FILE_SECONDS, JSON.stringify(files));
  }
}

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

import { FileReporter } from "./tests/support/file-reporter";

/** These keep one world in a module that their rows share, and so need modules of their own. */
const walks = [
  "tests/api/{actions,authorization,changes}/**/*.test.ts",
  "tests/api/reports/reach.test.ts",
];

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    reporters: process.env.FILE_REPORT ? ["default", new FileReporter()] : ["default"],
    // One more than there are cores: some tests wait, for a limit or a line that hangs, and leave theirs to others.
    maxWorkers: availableParallelism() + 1,
    // A busy machine is no reason to fail; what hangs is ended all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    setupFiles: ["tests/support/undo-stubs.ts"],
    // Each project names its folders; `npx vitest run tests/rooms/x/y/z.test.ts` runs one file.
    projects: [
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          // Whoever comes first reads and parses the whole project for the files after it.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["tests/{core,crash,db,jobs,process,races,rooms,states}/**/*.test.ts"],
          globalSetup: "tests/support/cluster-setup.ts",
          // Files of a worker share modules, whose loading took a third of the time; none keeps state of a test.
          isolate: false,
        },
      },
      {
        // These put something of their own in the place of what Next hands in, and so need modules of their own.
        extends: true,
        test: {
          name: "http",
          include: ["tests/{gateway,http}/**/*.test.ts"],
          globalSetup: "tests/support/cluster-setup.ts",
        },
      },
      {
        // In-process, against the handlers.
        extends: true,
        test: {
          name: "api",
          include: ["tests/api/**/*.test.ts"],
          exclude: walks,
          globalSetup: "tests/support/cluster-setup.ts",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "walks",
          include: walks,
          globalSetup: "tests/support/cluster-setup.ts",
        },
      },
      {
        // Random sequences against a model; MODEL_OPERATIONS says how long (npm run test:model).
        extends: true,
        test: {
          name: "model",
          include: ["tests/model/**/*.test.ts"],
          globalSetup: "tests/support/cluster-setup.ts",
          testTimeout: 3_600_000,
        },
      },
      {
        // Against real brokers, which have to be installed (npm run test:brokers).
        extends: true,
        test: {
          name: "brokers",
          include: ["tests/brokers/**/*.test.ts"],
          globalSetup: "tests/support/cluster-setup.ts",
          testTimeout: 600_000,
        },
      },
      {
        // A backup and its restore, by PostgreSQL's own programs, which have to be installed (npm run test:restore).
        extends: true,
        test: {
          name: "restore",
          include: ["tests/restore/**/*.test.ts"],
          hookTimeout: 600_000,
          testTimeout: 600_000,
        },
      },
      {
        // Against `next start` and the worker, from the production build.
        extends: true,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: "tests/support/cluster-setup.ts",
          testTimeout: 60_000,
        },
      },
    ],
  },
});

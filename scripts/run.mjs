// The one door of every npm script: installs what is missing, then runs the command on the project's own
// Node. Plain JavaScript that Node 20.9 understands, because nothing else may be there yet.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled, projectNode } from "./install.mjs";

const COMMANDS = {
  demo: "scripts/demo.ts",
  dev: "scripts/demo.ts --dev",
  test: "scripts/test.ts",
  "test:model": "scripts/test-model.ts",
  "test:fuzz": "scripts/test-fuzz.ts",
  check: "scripts/check.ts",
  format: "node_modules/oxfmt/bin/oxfmt",
  bench: "tests/bench/run.ts",
  "test:crash": "scripts/test-crash.ts",
  "test:brokers": "scripts/test-brokers.ts",
  "test:restore": "scripts/test-restore.ts",
  screenshots: "scripts/screenshots.ts",
  build: "scripts/build.ts",
  worker: "lib/jobs/worker.ts",
  gateway: "lib/gateway/gateway.ts",
  import: "scripts/import.ts",
  "import:sessions": "scripts/import-sessions.ts",
  admin: "scripts/admin.ts",
  generate: "scripts/generate.ts",
  "generate:messages": "scripts/generate-messages.ts",
  "generate:icons": "scripts/generate-icons.ts",
  invariants: "scripts/invariants.ts",
  "db:generate": "scripts/db-generate.ts",
  "db:migrate": "scripts/db-migrate.ts",
  "db:reset": "scripts/db-reset.ts",
};
/** These may run where `npm ci --omit=dev` has prepared everything, and read `.env` as `next start` does. */
const SERVICES = [
  "worker",
  "gateway",
  "import",
  "import:sessions",
  "admin",
  "invariants",
  "db:migrate",
  "db:reset",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const [command = "", ...args] = process.argv.slice(2);
const [script, ...fixed] = (COMMANDS[command] ?? "").split(" ");

try {
  if (!script)
    throw new Error(`Unknown command "${command}". Known: ${Object.keys(COMMANDS).join(", ")}.`);
  const isService = SERVICES.includes(command);
  if (!isService || process.env.NODE_ENV !== "production") await ensureInstalled(root);
  const node = projectNode(root);
  const flags = [
    "--import",
    "tsx",
    ...(isService && existsSync(`${root}.env`) ? ["--env-file=.env"] : []),
  ];
  // The project's programs and its Node first, for whatever the command starts in turn.
  const path = [`${root}node_modules/.bin`, dirname(node), process.env.PATH].join(delimiter);
  const child = spawn(node, [...flags, script, ...fixed, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenParentGoes(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`${script} does not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
} catch (error) {
  fail(error.message);
}

/** npm hands SIGTERM to the shell between us, which dies of it and tells nobody: its absence is the signal. */
function whenParentGoes(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  watch.unref();
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

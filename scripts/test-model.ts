import { spawnSync } from "node:child_process";

import { main } from "./parts/main";
import { root } from "./parts/paths";

/** The model test in its long form (quality.md, Reliability 1); `npm test` runs the short one. */
const operations = "20000";

main(async () => {
  const vitest = root("node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project", "model", ...process.argv.slice(2)];
  const env = { MODEL_OPERATIONS: operations, ...process.env };
  const { status } = spawnSync(process.execPath, args, { cwd: root(), stdio: "inherit", env });
  process.exitCode = status ?? 1;
});

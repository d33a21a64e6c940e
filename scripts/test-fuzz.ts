import { spawnSync } from "node:child_process";

import { main } from "./parts/main";
import { root } from "./parts/paths";

/** The fuzz of the API in its long form; `npm test` runs the short one. */
const requests = "200";

main(async () => {
  const vitest = root("node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "tests/api/fuzz", ...process.argv.slice(2)];
  const env = { FUZZ_REQUESTS: requests, ...process.env };
  const { status } = spawnSync(process.execPath, args, { cwd: root(), stdio: "inherit", env });
  process.exitCode = status ?? 1;
});

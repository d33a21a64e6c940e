import { spawnSync } from "node:child_process";

import { main } from "./parts/main";
import { root } from "./parts/paths";

/** Writes the next migration from db/schema; arguments go to drizzle-kit (`--custom --name=…`). */
main(async () => {
  const kit = root("node_modules/drizzle-kit/bin.cjs");
  const args = [kit, "generate", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root(), stdio: "inherit" });
  process.exitCode = status ?? 1;
});

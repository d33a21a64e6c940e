import { main } from "./parts/main";
import { needPackages } from "./parts/packages";
import { runTool } from "./parts/tally";

/** A backup taken and restored with PostgreSQL's own programs, on Debian's server of the same version. */
main(async () => {
  needPackages({ postgresql: "/usr/bin/pg_dump" });
  process.exitCode = await runTool("node_modules/vitest/vitest.mjs", [
    "run",
    "--project",
    "restore",
  ]);
});

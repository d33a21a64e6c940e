import { spawnSync } from "node:child_process";

import { findBrowser } from "./parts/browser";
import { build, isBuilt } from "./parts/build";
import { main } from "./parts/main";
import { root } from "./parts/paths";

/** Writes a picture of every page, on a phone and a desktop, light and dark, to `screenshots/`. */
main(async () => {
  if (!isBuilt()) await build();
  const cli = root("node_modules/@playwright/test/cli.js");
  const { status } = spawnSync(
    process.execPath,
    [cli, "test", "--config", "screenshots.config.ts"],
    { cwd: root("."), stdio: "inherit", env: { ...process.env, BROWSER_PATH: findBrowser() } },
  );
  process.exitCode = status ?? 1;
});

import { spawnSync } from "node:child_process";

import { findBrowser } from "./parts/browser";
import { build, isBuilt } from "./parts/build";
import { main, step } from "./parts/main";
import { root } from "./parts/paths";

/**
 * Writes a picture of every page, on a phone and a desktop, light and dark, and of a receipt in every script to
 * `screenshots/`, and those of the app's manifest to `public/screenshots/`; of receipts alone by `npm run screenshots -- receipts`.
 */
main(async () => {
  process.env.BROWSER_PATH = findBrowser();
  await drawReceipts();
  if (process.argv.includes("receipts")) return;
  if (!isBuilt()) await build();
  const cli = root("node_modules/@playwright/test/cli.js");
  const { status } = spawnSync(
    process.execPath,
    [cli, "test", "--config", "screenshots.config.ts"],
    { cwd: root("."), stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
});

/** In a process of its own, because a folder of tests is no part of a script. */
function drawReceipts(): Promise<void> {
  return step("Drawing receipts", async () => {
    const file = root("tests/screenshots/receipts.ts");
    const { status } = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: root("."),
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("The receipts were not drawn.");
  });
}

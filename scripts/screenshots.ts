import { spawnSync } from "node:child_process";

import { findBrowser } from "./parts/browser";
import { build, isBuilt } from "./parts/build";
import { main, step } from "./parts/main";
import { root } from "./parts/paths";

/** What is drawn without a server, each by its file in tests/screenshots. */
const drawn: Readonly<Record<string, string>> = { receipts: "receipts.ts", mails: "mails.ts" };

/**
 * Writes a picture of every page, on a phone and a desktop, light and dark, of a receipt in every script and of every mail
 * to `screenshots/`, and those of the app's manifest to `public/screenshots/`; of receipts or mails alone by `npm run screenshots -- receipts` or `-- mails`.
 */
main(async () => {
  process.env.BROWSER_PATH = findBrowser();
  const asked = Object.keys(drawn).filter((name) => process.argv.includes(name));
  for (const name of asked.length > 0 ? asked : Object.keys(drawn)) await draw(name);
  if (asked.length > 0) return;
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
function draw(name: string): Promise<void> {
  return step(`Drawing ${name}`, async () => {
    const file = root(`tests/screenshots/${drawn[name]}`);
    const { status } = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: root("."),
      stdio: "inherit",
    });
    if (status !== 0) throw new Error(`The ${name} were not drawn.`);
  });
}

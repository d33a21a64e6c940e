import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

import { chromium } from "@playwright/test";

import { root } from "./paths";

const INSTALLED = [
  // Without the parts that draw windows: the same engine for a fifth less work.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser for the tests, or installs one: BROWSER_PATH, an installed Chromium or Chrome, Playwright's
 * own, and on Debian as root the distribution's. Returns its path.
 * Throws an Error that says what to do when all fail.
 */
export function findBrowser(): string {
  const found = present();
  if (found) return found;
  console.log("No Chromium or Chrome is installed: asking Playwright for one …");
  // The variable would keep Playwright from fetching it, and is meant for `npm ci` alone.
  const env: NodeJS.ProcessEnv = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "" };
  run(process.execPath, [root("node_modules/@playwright/test/cli.js"), "install", "chromium"], env);
  const fetched = present();
  if (fetched) return fetched;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Playwright's cannot be used here: installing Debian's Chromium …");
    const apt: NodeJS.ProcessEnv = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], apt);
    const wanted = ["--no-install-recommends", "chromium-headless-shell"];
    run("apt-get", ["install", "-y", "-qq", ...wanted], apt);
  }
  const installed = present();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium or Chrome, and none could be installed. Install one, or set BROWSER_PATH.",
  );
}

function present(): string | undefined {
  const candidates = [process.env.BROWSER_PATH, ...INSTALLED, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path) && runs(path));
}

/** A browser without its libraries is there and does not run. */
function runs(path: string): boolean {
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): void {
  // Whether it worked shows by the browser being there; a hundred lines of packages help nobody.
  spawnSync(program, args, { env, stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 });
}

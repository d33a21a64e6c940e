import { defineConfig } from "@playwright/test";

import config from "./playwright.config";

/** `npm run screenshots`: every page, looked at instead of tested. */
export default defineConfig({
  ...config,
  outputDir: "test-results/screenshots",
  projects: [
    { name: "logins", testMatch: /logins-setup\.ts/ },
    { name: "screenshots", testDir: "tests/screenshots", dependencies: ["logins"] },
  ],
});

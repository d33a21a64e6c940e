import { defineConfig } from "@playwright/test";

import config from "./playwright.config";

/** `npm run screenshots`: every page, looked at instead of tested. */
export default defineConfig({
  ...config,
  testDir: "tests/screenshots",
  outputDir: "test-results/screenshots",
  projects: [{ name: "screenshots" }],
});

import { defineConfig, devices } from "@playwright/test";

// Before anything that speaks of the catalogues is loaded.
import "./tests/support/json-modules";
import { ownSite } from "./tests/support/sites";

export default defineConfig({
  testDir: "tests/browser",
  // Starts servers for every worker, before the workers' processes read this file.
  globalSetup: "./tests/support/browser-setup.ts",
  outputDir: "test-results/browser",
  // Each has servers and a database of its own; what runs at BASE_URL is one for all.
  workers: process.env.BASE_URL ? 1 : 2,
  fullyParallel: true,
  retries: 0,
  // Two workers share two cores with their servers; what must be quick says so in its own test.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: ownSite()?.url,
    // Reads 24 hours and kilometres, which no test can misread; the tests of units say another.
    locale: "en-IE",
    // A trace of every test costs a quarter of the time; `-- --trace on` makes one of a test that fails.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.BROWSER_PATH },
  },
  projects: [
    { name: "logins", testMatch: /logins-setup\.ts/, use: { ...devices["Desktop Chrome"] } },
    {
      name: "desktop",
      dependencies: ["logins"],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
      // An operator's gate and a driver's app are a phone.
      testIgnore:
        /(offline|offline-gate|offline-hour|operator|owner|places-gate|plugs|profile|scan|visit|waiting)\.spec\.ts/,
    },
    {
      name: "phone",
      dependencies: ["logins"],
      // What these ask has nothing to do with a page's width, needs a keyboard, or turns to both sizes itself.
      testIgnore:
        /(accessibility|admin|closing|exceptions|languages|large-letters|monday-mails|pages|palette|schedule-editing|settings|staff|stations|tables|theme|typed-scripts|unsent|welcome)\.spec\.ts/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
});

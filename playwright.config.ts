import { defineConfig, devices } from "@playwright/test";

export default defineConfig({
  testDir: "tests/browser",
  // Starts the servers and sets BASE_URL, before the tests' processes read this file.
  globalSetup: "./tests/support/browser-setup.ts",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL: process.env.BASE_URL,
    // A trace of every test costs a quarter of the time; `-- --trace on` makes one of a test that fails.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.BROWSER_PATH },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      // What these ask has nothing to do with a page's width, or needs a keyboard.
      testIgnore: /(admin|palette|schedule-editing|settings|tables|unsent)\.spec\.ts/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
});

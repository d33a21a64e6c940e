import { expect, test } from "@playwright/test";

import { untilSettled } from "./settled";

test("the theme follows the device, can be chosen, and stays chosen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/terms");
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();

  await page.getByRole("contentinfo").getByRole("radio", { name: "Light" }).check({ force: true });
  const light = await background();
  expect(light).not.toBe(dark);

  await page.reload();
  expect(await background()).toBe(light);
  await page.goto("/privacy");
  expect(await background()).toBe(light);

  await page
    .getByRole("contentinfo")
    .getByRole("radio", { name: "As my device" })
    .check({ force: true });
  await page.reload();
  expect(await background()).toBe(dark);
});

test("no page breaks the content security policy", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  for (const path of ["/", "/business", "/login", "/terms"]) {
    await page.goto(path);
    await untilSettled(page);
  }
  expect(broken).toEqual([]);
});

import { expect, test } from "@playwright/test";

import { bookableStation } from "./known-ids";
import { untilSettled } from "./settled";

test.use({ locale: "en-US" });

test("who reads American English reads 12 hours and miles, and may choose others", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto("/?near=40.71270,-74.00600&radius=4.828");
  await untilSettled(page);
  await expect(page.getByText(/within 3 mi/).first()).toBeVisible();
  const first = page.getByRole("article").first();
  await expect(first).toContainText(/\d mi/);
  await page.goto(`/stations/${await bookableStation(page)}`);
  await expect(page.getByRole("link", { name: /\d:00 [AP]M/ }).first()).toBeVisible();

  await page.getByRole("contentinfo").getByRole("button", { name: "24 h" }).click();
  await expect(page.getByRole("link", { name: /\d\d:00/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /[AP]M/ })).toHaveCount(0);
  await page.getByRole("contentinfo").getByRole("button", { name: "km" }).click();
  await page.reload();
  await expect(page.getByRole("link", { name: /[AP]M/ })).toHaveCount(0);
  await page.goto("/?near=40.71270,-74.00600&radius=5");
  await expect(page.getByText(/within 5 km/).first()).toBeVisible();
  expect(faults.filter((fault) => /hydrat|#4\d\d/i.test(fault))).toEqual([]);
});

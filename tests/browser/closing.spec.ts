import { expect, type Locator, test } from "@playwright/test";

import { demoPassword } from "./people";

test("S18: a public holiday closes every station in five clicks, and drivers read why", async ({
  page,
}) => {
  // A business of its own: what it closes hits no other test.
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill("history@demo.baybook.test");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/backoffice");
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks += 1;
  };
  await click(page.getByRole("link", { name: "Stations", exact: true }).first());
  await click(page.getByRole("link", { name: "Close dates" }));
  // The last of the year ahead, so that a day closed by a run before is not closed anew.
  await click(page.getByRole("checkbox", { name: /Boxing Day/ }).last());
  await click(page.getByRole("button", { name: "See what it hits" }));
  await expect(page.getByText("No booking is hit.")).toBeVisible();
  await click(page.getByRole("button", { name: /^Close \d+ stations$/ }));
  await expect(page.getByText(/^\d+ stations are closed on these days\.$/).first()).toBeVisible();
  expect(clicks).toBe(5);
  await page.goto("/backoffice/audits?action=SetSchedule");
  await expect(page.getByText(/closed/).first()).toBeVisible();
});

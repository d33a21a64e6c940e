import { expect, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { openDialog } from "./office";
import { comeAs } from "./people";

test("axe finds nothing in what opens over a page, in either theme", async ({ page }) => {
  test.setTimeout(120_000);
  await comeAs(page, "backoffice");
  const look = async (name: string) => {
    await expect(openDialog(page)).toBeVisible();
    await expectNoFaults(page, name);
    await page.keyboard.press("Escape");
    await expect(openDialog(page)).toHaveCount(0);
  };
  await page.goto("/backoffice/bookings?status=Pending");
  await page
    .getByRole("button", { name: /^Reject BK/ })
    .first()
    .click();
  await look("a deed that asks why");
  await page.getByRole("button", { name: "Search and go to" }).click();
  await look("the palette");
  await page.goto("/backoffice/conflicts");
  await page.getByRole("button", { name: "Move" }).first().click();
  await look("a move");
  await page.goto("/backoffice/stations");
  await page.locator("tbody").getByRole("link").first().click();
  await page.getByRole("button", { name: "Add a connector" }).click();
  await look("a form in a window");
  await page.getByRole("button", { name: /^Your account/ }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectNoFaults(page, "the account's menu");
});

import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { bookAt, nextSlot, openDialog, ownStation } from "./office";
import { comeAs } from "./people";

/** What opens over a page: the page, and how it is opened. */
const windows: readonly { name: string; path: string; open: (page: Page) => Promise<void> }[] = [
  {
    name: "a deed that asks why",
    path: "/backoffice/bookings?status=Pending",
    open: async (page) => {
      await page
        .getByRole("button", { name: /^More for BK/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Reject" }).click();
    },
  },
  {
    name: "the palette",
    path: "/backoffice/bookings?status=Pending",
    open: (page) => page.getByRole("button", { name: "Search and go to" }).click(),
  },
  {
    name: "a move",
    path: "/backoffice/conflicts",
    open: (page) => page.getByRole("button", { name: "Move" }).first().click(),
  },
  {
    name: "a form in a window",
    path: "/backoffice/stations",
    open: async (page) => {
      await page.locator("tbody").getByRole("link").first().click();
      await page.getByRole("button", { name: "Add a connector" }).click();
    },
  },
];

for (const { name, path, open } of windows) {
  test(`axe finds nothing in ${name}, in either theme`, async ({ page }) => {
    await comeAs(page, "backoffice");
    await page.goto(path);
    await open(page);
    await expect(openDialog(page)).toBeVisible();
    await expectNoFaults(page, name);
    await page.keyboard.press("Escape");
    await expect(openDialog(page)).toHaveCount(0);
  });
}

test("axe finds nothing in the account's menu, in either theme", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations");
  await page.getByRole("button", { name: /^Your account/ }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectNoFaults(page, "the account's menu");
});

test("S27: the focus stays where one is after a deed, and goes to the heading of another page", async ({
  page,
}) => {
  const station = await ownStation(page);
  const slot = await nextSlot(station, 30);
  const { id, number } = await bookAt(page, station.id, slot);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?search=${number}`);
  await page.getByRole("link", { name: number }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Approve" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${number} was approved.`).first()).toBeVisible();
  // The button is gone; what held it has the focus, within the page.
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(page.locator("main :focus")).toBeVisible();
});

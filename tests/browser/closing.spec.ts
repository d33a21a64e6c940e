import { expect, type Locator, type Page, test } from "@playwright/test";

import { keysOf } from "./keys";
import { demoPassword } from "./people";
import { untilSettled } from "./settled";

/** Signs in as an office with a business of its own: what it closes hits no other test. */
async function comeToClose(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill("history@demo.baybook.test");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/backoffice");
}

test("S18: a public holiday closes every station in five clicks, and drivers read why", async ({
  page,
}) => {
  await comeToClose(page);
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.click();
    clicks += 1;
  };
  await click(page.getByRole("link", { name: "Stations", exact: true }).first());
  await click(page.getByRole("link", { name: "Close dates" }));
  // The last of the year ahead that no run before closed; Christmas is the other test's.
  await click(page.getByRole("checkbox", { name: /^(?!Christmas)(?!.*Closed at).*\d{4}/ }).last());
  await click(page.getByRole("button", { name: "See what it hits" }));
  await expect(page.getByText("No booking is hit.")).toBeVisible();
  await click(page.getByRole("button", { name: /^Close \d+ stations$/ }));
  await expect(page.getByText(/^\d+ stations are closed on these days\.$/).first()).toBeVisible();
  expect(clicks).toBe(5);
  await page.goto("/backoffice/audits?action=SetSchedule");
  await expect(page.getByText(/closed/).first()).toBeVisible();
});

test("a closing that breaks off says how many stations are closed, and goes on", async ({
  page,
}) => {
  await comeToClose(page);
  await page.goto("/backoffice/closing");
  const christmas = page.getByRole("checkbox", { name: /Christmas Day/ }).last();
  await expect(async () => {
    await christmas.check();
    await expect(page.getByRole("button", { name: "See what it hits" })).toBeEnabled();
  }).toPass();
  await page.getByRole("button", { name: "See what it hits" }).click();
  const close = page.getByRole("button", { name: /^Close \d+ stations$/ });
  await expect(close).toBeVisible();
  // The first few stations are closed, and then the line is cut.
  let parts = 0;
  await page.route("**/backoffice/closing", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    parts += 1;
    return parts > 1 ? route.abort() : route.continue();
  });
  await close.click();
  const told = page.getByRole("alert").filter({ hasText: /^5 of \d+ stations are closed/ });
  await expect(told).toBeVisible();
  await expect(christmas).toBeChecked();
  await page.unroute("**/backoffice/closing");
  await close.click();
  await expect(page.getByText(/^\d+ stations are closed on these days\.$/).first()).toBeVisible();
  await expect(told).toBeHidden();

  // It is seen afterwards, and closing it again is said to change nothing.
  await page.reload();
  await expect(
    page.getByRole("checkbox", { name: /^Christmas Day.*Closed at/ }).last(),
  ).toBeVisible();
  await expect(async () => {
    await christmas.check();
    await expect(page.getByRole("button", { name: "See what it hits" })).toBeEnabled();
  }).toPass();
  await page.getByRole("button", { name: "See what it hits" }).click();
  await expect(page.getByText("All of them are closed then already.")).toBeVisible();
  await expect(close).toBeHidden();

  // It was a mistake: one deed opens all of them again.
  const closed = page.getByRole("listitem").filter({ hasText: /Christmas Day · Closed at/ });
  await closed.getByRole("button", { name: /^Open again on/ }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("button", { name: /^Open \d+ stations$/ }).click();
  await expect(page.getByText(/^\d+ stations are open again on that day\.$/).first()).toBeVisible();
  await expect(closed).toBeHidden();
});

test("days of two countries are closed together, and a day that is typed and not added is not lost unasked", async ({
  page,
}) => {
  await comeToClose(page);
  await page.goto("/backoffice/closing?country=US");
  await untilSettled(page);
  await page
    .getByRole("checkbox", { name: /Thanksgiving/ })
    .last()
    .check();
  await page.getByRole("combobox", { name: "Public holidays of" }).selectOption("DE");
  await page.waitForURL("**/backoffice/closing?country=DE");
  await expect(page.getByRole("checkbox", { name: /Thanksgiving/ })).toBeChecked();
  // It is not one of that country's: unticked, it goes.
  await page.getByRole("checkbox", { name: /Thanksgiving/ }).click();
  await expect(page.getByRole("checkbox", { name: /Thanksgiving/ })).toHaveCount(0);
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const reason = page.getByLabel("Why, as drivers read it");
  await reason.fill("Works on the grid");
  await page.getByRole("link", { name: "Stations", exact: true }).first().click();
  await expect.poll(() => asked).toEqual(["confirm"]);
  await expect(reason).toHaveValue("Works on the grid");
});

test("a holiday is closed at every station in no more than 12 key presses", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "An office has keys at its desk.");
  await comeToClose(page);
  const keys = keysOf(page);
  await page.goto("/backoffice/closing");
  await untilSettled(page);
  // Past the menu, to the first day that no run before closed; Christmas is the other test's.
  await keys.press("Tab");
  await keys.press("Enter");
  const day = page.getByRole("checkbox", { name: /^(?!Christmas)(?!.*Closed at).*\d{4}/ }).first();
  await keys.to(day);
  await keys.press("Space");
  await expect(day).toBeChecked();
  await keys.press("Enter");
  const close = page.getByRole("button", { name: /^Close \d+ stations$/ });
  await keys.to(close);
  await keys.press("Enter");
  await expect(page.getByText(/^\d+ stations are closed on these days\.$/).first()).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(12);
});

import { expect, test, type Page } from "@playwright/test";

import { openDialog, tabTo } from "./office";
import { signIn } from "./people";

/** A business asks for an account; its name is the test's own. */
async function ask(page: Page): Promise<string> {
  const key = crypto.randomUUID().slice(0, 8);
  const name = `Asking ${key}`;
  const answer = await page.request.post("/api/v1/businesses", {
    data: {
      businessName: name,
      contact: { name: "Ida Asking", email: `ida-${key}@example.test`, phone: "+12125550123" },
      timeZone: "America/New_York",
    },
  });
  expect(answer.status()).toBe(202);
  return name;
}

test("an admin approves one request and rejects another with the keyboard alone", async ({
  page,
}) => {
  const [first, second] = [await ask(page), await ask(page)];
  await signIn(page, "admin");
  await page.goto("/admin/requests");
  const card = (name: string) => page.getByRole("region", { name });
  await tabTo(page, card(first).getByRole("button", { name: "Approve" }));
  await page.keyboard.press("Enter");
  await expect(openDialog(page)).toContainText(`Approve ${first}?`);
  await tabTo(page, openDialog(page).getByLabel("First password"));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${first} was approved.`)).toBeVisible();
  await expect(card(first)).toHaveCount(0);

  await tabTo(page, card(second).getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await tabTo(page, openDialog(page).getByLabel("Reason"));
  await page.keyboard.type("No such company.");
  await tabTo(page, openDialog(page).getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${second} was rejected.`)).toBeVisible();
  await page.goto(`/admin/businesses?search=${encodeURIComponent(second)}`);
  await page.getByRole("link", { name: second }).click();
  await expect(page.getByText("No such company.").first()).toBeVisible();
});

test("a setting is changed, shows where it comes from, is refused when wrong, and taken back", async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/admin/settings");
  const title = "Longest booking, slots";
  await page.getByRole("button", { name: `Change: ${title}` }).click();
  await openDialog(page).getByLabel("Value").fill("many");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(openDialog(page).getByLabel("Value")).toHaveAttribute("aria-invalid", "true");
  await openDialog(page).getByLabel("Value").fill("6");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("listitem").filter({ hasText: title });
  await expect(row).toContainText("From: platform");
  await row.getByRole("button", { name: `Back to inherited: ${title}` }).click();
  await openDialog(page).getByRole("button", { name: "Take back" }).click();
  await expect(row).toContainText("From: default");
});

test("audits are filtered by what was done, and messages that were kept can be read", async ({
  page,
}) => {
  const name = await ask(page);
  await signIn(page, "admin");
  await page.goto("/admin/audits?action=Request&entity=Business");
  await expect(page.getByRole("row").nth(1)).toContainText("Request");
  await page.getByRole("searchbox", { name: "Who did it" }).fill("nobody of this name");
  await expect(page.getByText("Nothing recorded")).toBeVisible();
  expect(name).toBeTruthy();
  await page.goto("/admin/messages?status=Kept");
  await page
    .getByRole("button", { name: /^Read the message/ })
    .first()
    .click();
  await expect(openDialog(page)).toBeVisible();
});

test("health says of every job how it does", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/admin/health");
  for (const job of ["slots", "no-show", "reconcile", "outbox"]) {
    await expect(page.getByText(job, { exact: true })).toBeVisible();
  }
});

import { expect, type Page, test } from "@playwright/test";

import { clientOf } from "./office";
import { demoPassword, people } from "./people";

/** An office of a business that was approved just now, signed in. */
async function freshOffice(page: Page): Promise<void> {
  const admin = await clientOf(page, people.admin.email);
  const email = `olga-${crypto.randomUUID()}@example.test`;
  const { id } = await admin.send<{ id: string }>("POST", "/businesses", {
    businessName: "Fresh Yards",
    contact: { name: "Olga Office", email, phone: "+12125550100" },
    timeZone: "America/New_York",
  });
  const given = "first day 42 hudson";
  await admin.send("PUT", `/businesses/${id}/approve`, { temporaryPassword: given });
  const own = await clientOf(page, email, given);
  await own.send("PUT", "/auth/change-password", {
    currentPassword: given,
    newPassword: demoPassword,
  });
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/backoffice");
}

test("a new business is led from its empty pages to its first booking, one step after the other", async ({
  page,
}) => {
  await freshOffice(page);
  const path = page.getByRole("region", { name: "Four steps to your first booking" });
  const steps = path.getByRole("listitem");
  const saysDone = async (...done: boolean[]) => {
    await page.goto("/backoffice");
    for (const [index, isDone] of done.entries()) {
      await expect(steps.nth(index)).toContainText(isDone ? ": done" : ": not done yet");
    }
    await expect(steps).toHaveCount(done.length);
  };
  await saysDone(false, false, false, false);
  for (const empty of ["bookings", "day", "stations", "operators", "tariffs"]) {
    await page.goto(`/backoffice/${empty}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#main").getByText(/the filters/)).toHaveCount(0);
    const link = page.locator("#main").getByRole("link", { name: "Add a station" }).first();
    await expect(link, empty).toHaveAttribute("href", "/backoffice/stations/new");
  }
  await page.goto("/backoffice/bookings");
  await page.getByRole("link", { name: "Add a station" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Fresh Yard");
  await page.getByLabel("Position").fill("40.7128, -74.006");
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fresh Yard" })).toBeVisible();
  await saysDone(true, false, false, false);
  await path.getByRole("link", { name: "Set a price" }).click();
  await page.getByLabel("Per kWh").fill("0.45");
  await page.getByRole("button", { name: "Save the price" }).click();
  await expect(page).toHaveURL(/schedule$/);
  await saysDone(true, true, false, false);
  await path.getByRole("link", { name: "Set opening hours" }).click();
  await page.getByRole("button", { name: "Open day and night" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Drivers can book here now.")).toBeVisible();
  await saysDone(true, true, true, false);
  await page.goto("/backoffice/bookings");
  await page.locator("#main").getByRole("link", { name: "Add an operator" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Olive Gate");
  await page.getByLabel("Email").fill(`olive-${crypto.randomUUID()}@example.test`);
  await page.getByRole("checkbox", { name: /Fresh Yard/ }).check();
  await page.getByRole("button", { name: "Add an operator" }).click();
  await expect(page.getByText("The operator was added.")).toBeVisible();
  await page.goto("/backoffice");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(path).toHaveCount(0);
});

import { expect, type Page, test } from "@playwright/test";

import { clientOf, openDialog, ownStation } from "./office";
import { comeAs, people } from "./people";

const title = "Shortest notice, minutes";
const layer = (page: Page, name: "Business" | "Station") =>
  page.getByRole("search").locator(`select[name=${name.toLowerCase()}Id]`);
const row = (page: Page) => page.getByRole("listitem").filter({ hasText: title });

async function set(page: Page, value: string): Promise<void> {
  await page.getByRole("button", { name: `Change: ${title}` }).click();
  await openDialog(page).getByLabel("Value").fill(value);
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(openDialog(page)).toHaveCount(0);
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: `More for ${title}` }).click();
  await page.getByRole("button", { name: `Back to inherited: ${title}` }).click();
  await openDialog(page).getByRole("button", { name: "Take back" }).click();
  await expect(openDialog(page)).toHaveCount(0);
}

test("an admin changes a setting at the platform, a business and a station, and sees each layer", async ({
  page,
}) => {
  const station = await ownStation(page);
  const api = await clientOf(page, people.admin.email);
  const { businessId } = await api.get<{ businessId: string }>(`/stations/${station.id}`);
  const { name: business } = await api.get<{ name: string }>(`/businesses/${businessId}`);
  await comeAs(page, "admin");
  await page.goto("/admin/settings");
  await expect(row(page)).toContainText("From: default");
  await set(page, "1");
  await expect(row(page)).toContainText("From: platform");

  await layer(page, "Business").selectOption({ label: business });
  await expect(
    page.getByRole("heading", { level: 1, name: `Settings: ${business}` }),
  ).toBeVisible();
  await expect(row(page)).toContainText("From: platform");
  await set(page, "2");
  await expect(row(page)).toContainText("From: business");

  await layer(page, "Station").selectOption({ label: station.name });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${station.name}`);
  await expect(row(page)).toContainText("From: business");
  await set(page, "3");
  await expect(row(page)).toContainText("From: station");
  await expect(row(page)).toContainText("default 0 · platform 1 · business 2 · station 3");

  await page.getByRole("link", { name: "To the station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: station.name })).toBeVisible();
  await page.getByRole("navigation", { name: station.name }).getByText("Settings").click();
  await expect(row(page)).toContainText("From: station");
  await takeBack(page);
  await expect(row(page)).toContainText("From: business");
  await layer(page, "Station").selectOption("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${business}`);
  await takeBack(page);
  await expect(row(page)).toContainText("From: platform");
  await layer(page, "Business").selectOption("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await takeBack(page);
  await expect(row(page)).toContainText("From: default");
});

test("an office changes a station's setting from the station's page", async ({ page }) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await page.getByRole("navigation", { name: station.name }).getByText("Settings").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${station.name}`);
  await page.getByRole("button", { name: `Change: ${title}` }).click();
  await openDialog(page).getByLabel("Value").fill("20000");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(openDialog(page).getByLabel("Value")).toHaveAttribute("aria-invalid", "true");
  await openDialog(page).getByLabel("Value").fill("20");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(row(page)).toContainText("From: station");
});

test("what a setting says in words is in words, and can be chosen", async ({ page }) => {
  await comeAs(page, "admin");
  await page.goto("/admin/settings");
  const approval = "Approval at new stations";
  await expect(page.getByRole("listitem").filter({ hasText: approval })).toContainText("By staff");
  await page.getByRole("button", { name: `Change: ${approval}` }).click();
  await expect(openDialog(page).getByLabel("Value")).toHaveValue("Manual");
  await expect(openDialog(page).getByRole("option")).toHaveText(["By staff", "At once"]);
});

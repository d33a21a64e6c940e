import { expect, type Locator, type Page, test } from "@playwright/test";

import { clientOf, openDialog, ownStation } from "./office";
import { comeAs, people } from "./people";

const title = "Shortest notice (minutes)";
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
  await page.getByRole("button", { name: `Remove this value: ${title}` }).click();
  await openDialog(page).getByRole("button", { name: "Remove" }).click();
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
  await expect(row(page)).toContainText("Usual value");
  await set(page, "1");
  await expect(row(page)).toContainText("Set for the platform");

  await layer(page, "Business").selectOption({ label: business });
  await expect(
    page.getByRole("heading", { level: 1, name: `Settings: ${business}` }),
  ).toBeVisible();
  await expect(row(page)).toContainText("Set for the platform");
  await set(page, "2");
  await expect(row(page)).toContainText("Set for the business");

  await layer(page, "Station").selectOption({ label: station.name });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${station.name}`);
  await expect(row(page)).toContainText("Set for the business");
  await set(page, "3");
  await expect(row(page)).toContainText("Set for the station");
  await expect(row(page)).toContainText("Usual value: 0 · Platform: 1 · Business: 2 · Station: 3");

  await page.getByRole("link", { name: "To the station" }).click();
  await expect(page.getByRole("heading", { level: 1, name: station.name })).toBeVisible();
  await page.getByRole("navigation", { name: station.name }).getByText("Settings").click();
  await expect(row(page)).toContainText("Set for the station");
  await takeBack(page);
  await expect(row(page)).toContainText("Set for the business");
  await layer(page, "Station").selectOption("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${business}`);
  await takeBack(page);
  await expect(row(page)).toContainText("Set for the platform");
  await layer(page, "Business").selectOption("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await takeBack(page);
  await expect(row(page)).toContainText("Usual value");
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
  await expect(row(page)).toContainText("Set for the station");
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

test("a setting in minutes is said in hours too, and its row holds together on every width", async ({
  page,
}) => {
  await comeAs(page, "backoffice");
  const cutoff = "Drivers can change or cancel until (minutes before)";
  const own = page.getByRole("listitem").filter({ hasText: cutoff });
  const boxOf = async (part: Locator) => {
    const box = await part.boundingBox();
    if (!box) throw new Error("it is not shown");
    return box;
  };
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/backoffice/settings");
    const value = own.getByText(/^[\d,]+ minutes \(\d+ hours?\)$/);
    const [said, change, row] = await Promise.all([
      boxOf(value),
      boxOf(own.getByRole("button", { name: `Change: ${cutoff}` })),
      boxOf(own),
    ]);
    // In one line, and not one letter below the other.
    expect(said.width).toBeGreaterThan(3 * said.height);
    expect(change.x).toBeGreaterThan(said.x + said.width / 2);
    expect(row.x + row.width - change.x - change.width).toBeLessThan(64);
    expect(change.y).toBeLessThan(said.y + said.height + 24);
    expect(change.y + change.height).toBeGreaterThan(said.y);
  }
});

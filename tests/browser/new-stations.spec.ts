import { expect, test } from "@playwright/test";

import { comeAs } from "./people";

test("a new station is led to its opening, six clicks from the list, hidden until then", async ({
  page,
  browser,
}) => {
  const name = `Lock ${crypto.randomUUID().slice(0, 8)}`;
  let clicks = 0;
  const click = async (role: "link" | "button", label: string) => {
    clicks += 1;
    await page.getByRole(role, { name: label, exact: true }).click();
  };
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations");
  await click("link", "Add a station");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Position").fill("40.7128, -74.006");
  await click("button", "Add a station");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Drivers cannot see this station yet")).toBeVisible();
  const id = page.url().split("/").at(-1);
  const stranger = await browser.newPage();
  expect((await stranger.goto(`/stations/${id}`))?.status()).toBe(404);
  await click("link", "Set a price");
  await page.getByLabel("Per kWh").fill("0.45");
  await click("button", "Save the price");
  await expect(page).toHaveURL(/schedule$/);
  await click("button", "Open day and night");
  await click("button", "Save");
  await expect(page.getByText("Drivers can book here now.")).toBeVisible();
  expect(clicks).toBe(6);
  expect((await stranger.goto(`/stations/${id}`))?.status()).toBe(200);
  await expect(stranger.getByRole("heading", { level: 1, name })).toBeVisible();
  await stranger.close();
});

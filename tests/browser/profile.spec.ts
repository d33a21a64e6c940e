import { expect, test } from "@playwright/test";

import { untilSettled } from "./settled";

const password = "Charging-by-the-river-7";

test("a driver adds a car, reads as they like, deletes the account, and has it back", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const email = `profile-${Date.now()}@drivers.test`;
  const made = await page.request.post("/api/v1/auth/register", {
    data: { email, password, name: "Nora Profile" },
  });
  expect(made.status()).toBe(201);
  const signIn = async () => {
    await page.getByLabel("Email, identity number or phone").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto("/login?next=/owner/profile");
  await untilSettled(page);
  await signIn();
  await page.waitForURL("/owner/profile");

  await page.getByRole("link", { name: "Add a car" }).click();
  await page.getByLabel("Make").fill("Nissan");
  await page.getByLabel("Model").fill("Leaf");
  await page.getByLabel("Plate").fill("NRA-1");
  await page.getByLabel("Year").fill("1969");
  await page.getByLabel("Battery, kWh").fill("40");
  await page.getByRole("checkbox", { name: "CHAdeMO" }).check();
  await page.getByRole("button", { name: "Add a car" }).click();
  await expect(page.getByText(/Use a year from 1990/).first()).toBeVisible();
  await page.getByLabel("Year").fill("2021");
  await page.getByRole("button", { name: "Add a car" }).click();
  await page.waitForURL("/owner/profile");
  const car = page.getByRole("listitem").filter({ hasText: "Nissan Leaf" });
  await expect(car).toContainText("NRA-1");
  await expect(car).toContainText("Usual");

  const reading = page.getByRole("region", { name: "Language, time and units" });
  await reading.getByLabel("Colours").selectOption("dark");
  await reading.getByLabel("Time of day").selectOption("12");
  await reading.getByRole("button", { name: "Save" }).click();
  await expect(reading.getByText("Saved")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(reading.getByLabel("Time of day")).toHaveValue("12");
  const file = await page.request.get("/api/v1/profile/export");
  expect(await file.json()).toMatchObject({
    profile: { email, theme: "dark" },
    vehicles: [{ plate: "NRA-1" }],
  });

  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("another word");
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(dialog.getByText("The current password is not right.").first()).toBeVisible();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is deleted")).toBeVisible();

  await untilSettled(page);
  await signIn();
  await expect(page.getByText(/You may have it back until/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "I want my account back" })).toBeChecked();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/owner");
});

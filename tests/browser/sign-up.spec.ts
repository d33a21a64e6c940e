import { expect, test } from "@playwright/test";

// Browsers name some zones as they were called before; the list has what is in use.
for (const [browser, shown] of [
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kyiv", "Europe/Kyiv"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["UTC", "UTC"],
  ["US/Eastern", "America/New_York"],
] as const) {
  test(`F24: the zone of a browser that says ${browser} is chosen by its present name`, async ({
    page,
  }) => {
    await page.addInitScript((timeZone) => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...resolvedOptions.call(this), timeZone };
      };
    }, browser);
    await page.goto("/business");
    await expect(page.getByLabel("Time zone")).toHaveValue(shown);
  });
}

test("a business asks for an account and hears what happens next", async ({ page }) => {
  const unique = `${Date.now()}`;
  await page.goto("/business");
  await page.getByLabel("Business name").fill("Harbour Charging");
  await page.getByLabel("Time zone").selectOption("Europe/London");
  await page.getByLabel("Name", { exact: true }).fill("Olga Office");
  await page.getByLabel("Email").fill("not an address");
  await page.getByLabel("Phone").fill("+44 20 7946 0958");
  await page.getByRole("button", { name: "Send request" }).click();

  await expect(page.getByText("Use an address such as")).toBeVisible();
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByLabel("Business name")).toHaveValue("Harbour Charging");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/London");

  await page.getByLabel("Email").fill(`office${unique}@harbour.test`);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/business\/requested\?reference=/);
  await expect(page.getByRole("heading", { name: "Your request is with us" })).toBeVisible();
  await expect(page.getByText("Waiting for approval")).toBeVisible();
});

test("an owner's registration keeps what was typed, then signs in", async ({ page }) => {
  const digits = String(Date.now()).slice(-9);
  await page.goto("/register");
  await page.getByLabel("Name", { exact: true }).fill("Ravi Driver");
  await page.getByLabel("Identity number").fill("12");
  await page.getByLabel("Email").fill(`ravi${digits}@example.test`);
  await page.getByLabel("Phone").fill(`+9471${digits.slice(-7)}`);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Register", exact: true }).click();

  await expect(page.getByText("Use 12 digits, or 9 digits followed by V or X.")).toBeVisible();
  await expect(page.getByText("Use 8 to 128 characters.")).toBeVisible();
  await expect(page.getByLabel("Identity number")).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ravi Driver");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("short");

  await page.getByLabel("Identity number").fill(`199${digits}`);
  await page.getByLabel("Password", { exact: true }).fill("Ravi-drives-27");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await page.waitForURL("**/owner");
  await expect(page.getByRole("heading", { name: "Hello, Ravi Driver" })).toBeVisible();
});

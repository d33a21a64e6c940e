import { expect, type Locator, test } from "@playwright/test";

import { ownStation } from "./office";
import { confirmButton } from "./confirm-button";

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
  await page.getByLabel("Email").fill("ravi at home");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Register", exact: true }).click();

  await expect(page.getByText("Use an address such as")).toBeVisible();
  await expect(page.getByText("Use 8 to 128 characters.")).toBeVisible();
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ravi Driver");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("short");

  await page.getByLabel("Email").fill(`ravi${digits}@example.test`);
  await page.getByLabel("Password", { exact: true }).fill("Ravi-drives-27");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await page.waitForURL("**/owner");
  await expect(page.getByRole("button", { name: "Your account: Ravi Driver" })).toBeVisible();
});

test("a newcomer finds a station, registers on the way and books, in five taps and three fields", async ({
  page,
}) => {
  const station = await ownStation(page, { approval: "Auto" });
  let [taps, fields] = [0, 0];
  const tap = async (what: Locator) => {
    taps += 1;
    await what.click();
  };
  const type = async (label: string, text: string) => {
    fields += 1;
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  const began = Date.now();
  await page.goto(`/?search=${encodeURIComponent(station.name)}`);
  await tap(page.getByRole("link", { name: new RegExp(station.name) }).first());
  await expect(page.getByRole("heading", { level: 1, name: station.name })).toBeVisible();
  // The last one of the day that is shown.
  await tap(page.locator('a[href*="startsAt="]:visible').last());
  // Price and rules stand there before anybody asks who one is; what is typed here is kept on the way.
  await expect(page.getByRole("heading", { name: "Good to know" })).toBeVisible();
  await page.getByLabel("Vehicle plate").fill("NEW-2026");
  const time = await page.getByRole("region", { name: "When" }).textContent();
  await tap(page.getByRole("link", { name: "Register and book" }));
  await expect(page.getByText("The time you chose is kept.")).toBeVisible();
  // What a phone fills in by itself, each by its token.
  for (const [label, token] of [
    ["Name", "name"],
    ["Email", "email"],
    ["Password", "new-password"],
  ] as const) {
    await expect(page.getByLabel(label, { exact: true })).toHaveAttribute("autocomplete", token);
  }
  await type("Name", "Nora Newcomer");
  await type("Email", `nora${Date.now()}@example.test`);
  await type("Password", "Nora-drives-27");
  await tap(page.getByRole("button", { name: "Register", exact: true }));
  await page.waitForURL(/\/stations\/[^/]+\/book\?/);
  await expect(page.getByRole("region", { name: "When" })).toHaveText(time ?? "");
  await expect(page.getByLabel("Vehicle plate")).toHaveValue("NEW-2026");
  await tap(page.getByRole("button", confirmButton));
  await page.waitForURL("**/owner/bookings/*?booked=1");
  await expect(page.getByText(/^Your (slot is booked|request is sent)\.$/)).toBeVisible();
  expect({ taps, fields }).toEqual({ taps: 5, fields: 3 });
  expect(Date.now() - began).toBeLessThan(60_000);
});

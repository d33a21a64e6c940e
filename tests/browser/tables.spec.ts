import { expect, test } from "@playwright/test";

import { bookAt, office, ownStation } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

const soon = 30;

test("audits are filtered by entity, actor and days, in both consoles, and lead to what they are about", async ({
  page,
}) => {
  const station = await ownStation(page);
  const today = new Date().toISOString().slice(0, 10);
  for (const person of ["backoffice", "admin"] as const) {
    await page.context().clearCookies();
    await comeAs(page, person);
    await page.goto(`/${person}/stations/${station.id}`);
    await page.getByRole("link", { name: "History" }).click();
    await expect(page).toHaveURL(new RegExp(`/${person}/audits\\?entityId=${station.id}`));
    const records = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await expect(records.first()).toBeVisible();
    const all = await records.count();
    await page.locator("select[name=action]").selectOption("Create");
    await expect(records).toHaveCount(1);
    await expect(records.first()).toContainText("added the station");
    await page.getByRole("link", { name: "Clear filters" }).first().click();
    await expect(page).not.toHaveURL(/entityId|action/);
    await expect(page.locator("select[name=action]")).toHaveValue("");

    await page.goto(`/${person}/audits?entityId=${station.id}&entity=Booking`);
    await expect(page.getByText("Nothing recorded")).toBeVisible();
    await page.locator("select[name=entity]").selectOption("Station");
    await expect(records).toHaveCount(all);
    await page.locator("input[name=from]").fill("2000-01-02");
    await page.locator("input[name=to]").fill("2000-01-03");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Nothing recorded")).toBeVisible();
    // The station's own zone may still have yesterday.
    await page.locator("input[name=to]").fill(today);
    await page.keyboard.press("Enter");
    await expect(records).toHaveCount(all);
    const who = page.getByRole("searchbox", { name: "Who did it" });
    await who.fill("nobody of this name");
    await expect(page.getByText("Nothing recorded")).toBeVisible();
    await who.fill("");
    await expect(records).toHaveCount(all);
    await records.first().getByRole("link", { name: station.name }).click();
    await expect(page.getByRole("heading", { name: station.name })).toBeVisible();
  }
});

test("a year that is still being typed, or out of reach, does no harm", async ({ page }) => {
  await comeAs(page, "backoffice");
  for (const address of ["audits?from=0002-01-01&to=9999-12-31", "day?date=9999-12-31"]) {
    const answer = await page.goto(`/backoffice/${address}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await expect(page.locator("input[name=date]")).not.toHaveValue("9999-12-31");
  await page.goto("/backoffice/audits");
  const from = page.locator("input[name=from]");
  await from.click();
  await from.press("Home");
  await from.pressSequentially("01022026", { delay: 120 });
  await expect(page).toHaveURL(/from=2026-01-02$/);
  await expect(from).toBeFocused();
});

test("bookings are filtered by station, status and day; the file holds those rows, and Back undoes one choice", async ({
  page,
}) => {
  const station = await ownStation(page);
  const [slot, other] = station.slots.slice(soon);
  const far = station.slots.at(-1);
  if (!slot || !other || !far) throw new Error("no slots");
  const wanted = await bookAt(page, station.id, slot);
  const approved = await bookAt(page, station.id, other);
  const later = await bookAt(page, station.id, far);
  await (await office(page)).send("PUT", `/bookings/${approved.id}/approve`, {});
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/bookings");
  // Among many stations one types; the first letter is not lost (screens.md, S32).
  const field = page.getByRole("combobox", { name: "Station: type to search" });
  // Before its script is there, the browser's own list opens.
  await expect(async () => {
    await page.getByLabel("Station", { exact: true }).press(station.name.slice(0, 1));
    await expect(field).toBeVisible({ timeout: 500 });
  }).toPass();
  await field.pressSequentially(station.name.slice(1));
  await expect(page.getByRole("listbox").getByRole("option")).toHaveText([station.name]);
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`stationId=${station.id}`));
  const shown = (number: string) => page.getByRole("link", { name: number, exact: true });
  await expect(shown(later.number)).toBeVisible();
  await page.locator("select[name=status]").selectOption("Pending");
  await expect(shown(approved.number)).toHaveCount(0);
  await page.locator("input[name=to]").fill(day);
  await expect(shown(later.number)).toHaveCount(0);
  await expect(shown(wanted.number)).toBeVisible();
  const href = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
  const text = await (await page.request.get(href ?? "")).text();
  expect(text.trim().split("\r\n").slice(1)).toEqual([expect.stringContaining(wanted.number)]);

  await page.goBack();
  await expect(page.locator("input[name=to]")).toHaveValue("");
  await expect(shown(later.number)).toBeVisible();
  await page.goBack();
  await expect(page.locator("select[name=status]")).toHaveValue("");
  await expect(shown(approved.number)).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).first().click();
  await expect(page.locator("select[name=stationId]")).toHaveValue("");
});

test("S24: where a list has no room for its columns its rows are cards, and no button covers a name", async ({
  page,
}) => {
  const station = await ownStation(page);
  for (const slot of station.slots.slice(soon, soon + 2)) await bookAt(page, station.id, slot);
  for (const [person, path] of [
    ["backoffice", `bookings?view=waiting&stationId=${station.id}`],
    ["backoffice", "bookings?view=all"],
    ["backoffice", "owners"],
    ["admin", "users"],
  ] as const) {
    await page.context().clearCookies();
    await comeAs(page, person);
    await page.goto(`/${person}/${path}`);
    await untilSettled(page);
    for (const width of [640, 768, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      const hidden = await page
        .locator("table")
        .evaluate(({ parentElement: room }) => (room ? room.scrollWidth - room.clientWidth : NaN));
      expect(hidden, `${path} at ${width} pixels`).toBeLessThanOrEqual(1);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  // What chooses all of them stands above the cards, and their deeds beside their names.
  await page.context().clearCookies();
  await comeAs(page, "backoffice");
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`/backoffice/bookings?view=waiting&stationId=${station.id}`);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await expect(page.getByRole("button", { name: "Approve 2" })).toBeVisible();
  await page.getByRole("button", { name: "Sort" }).click();
  await expect(page.getByRole("link", { name: "Time, descending" })).toBeVisible();
});

test("a phone sorts and chooses columns", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations");
  const sort = page.getByRole("button", { name: "Sort" });
  await sort.click();
  await page.getByRole("link", { name: "Name, descending" }).click();
  await expect(page).toHaveURL(/sort=-name/);
  const names = await page.getByRole("rowheader").getByRole("link").allTextContents();
  expect(names.length).toBeGreaterThan(1);
  expect(names.at(0)?.localeCompare(names.at(-1) ?? "")).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("link", { name: "Price shown" }).click();
  await expect(page).toHaveURL(/hide=price/);
});

test("a search of bookings goes on while its answers come", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/bookings");
  await untilSettled(page);
  const search = page.getByRole("searchbox");
  await search.click();
  await page.keyboard.type("ma");
  await page.waitForURL(/search=ma/);
  await untilSettled(page);
  await page.keyboard.type("te");
  await expect(search).toHaveValue("mate");
  await page.waitForURL(/search=mate/);
  await expect(search).toBeFocused();
});

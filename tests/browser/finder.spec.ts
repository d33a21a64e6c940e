import { expect, type Locator, type Page, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { untilSettled } from "./settled";
import { confirmButton } from "./confirm-button";

const count = (page: Page) =>
  page
    .getByText(/^(No|[\d,]+) stations?( within .*)?$/)
    .first()
    .textContent();

/** The number at the head of "1,234 stations". */
async function total(page: Page): Promise<number> {
  await expect(page.getByText("Updating")).toBeHidden();
  return Number((await count(page))?.replace(/^No/, "0").replace(/ .*/, "").replaceAll(",", ""));
}

test("the list is there before any script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("listitem").getByRole("heading", { level: 3 }).first()).toBeVisible();
  await context.close();
});

test("list and map find the same stations, whatever is asked", async ({ page }) => {
  for (const params of [
    "",
    "type=DC",
    "search=Albany",
    "near=42.6526,-73.7562&radius=10&type=AC",
    "bookable=true&maxPricePerKwh=0.4",
    "openNow=true",
  ]) {
    const [list, map] = await Promise.all([
      page.request.get(`/api/v1/stations?${params}&limit=1`),
      page.request.get(`/api/v1/stations/map?${params}&zoom=5`),
    ]);
    const { pagination } = (await list.json()) as { pagination: { total: number } };
    const { data } = (await map.json()) as { data: { places: { count: number }[] } };
    const drawn = data.places.reduce((sum, place) => sum + place.count, 0);
    expect({ params, drawn }).toEqual({ params, drawn: pagination.total });
  }
});

test("a search narrows the list and is kept in the address", async ({ page }) => {
  await page.goto("/?others=true");
  const all = await total(page);
  await page.getByRole("searchbox").fill("Albany");
  await page.waitForURL(/search=Albany/);
  const found = await total(page);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await page.reload();
  expect(await total(page)).toBe(found);
  await expect(page.getByRole("searchbox")).toHaveValue("Albany");
  await untilSettled(page);
  // Who uses keys goes on past the filters, to what was found.
  await page.getByRole("searchbox").press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("article").first().getByRole("link").first()).toBeFocused();
});

test("the map of a place shows as many stations as the list counts", async ({ page }) => {
  await page.goto("/?near=42.6526,-73.7562&radius=5&others=true");
  const listed = await total(page);
  expect(listed).toBeGreaterThan(0);
  const toMap = page.getByText("Map", { exact: true });
  if (await toMap.isVisible()) await toMap.click();
  const pins = page.locator(".leaflet-marker-pane [role=button]");
  await expect(pins.first()).toBeVisible();
  const drawn = async () => {
    const labels = await pins.locator(".sr-only").allTextContents();
    return labels.reduce((sum, label) => {
      const many = /([\d,]+) stations here/.exec(label)?.[1];
      return sum + (many ? Number(many.replaceAll(",", "")) : 1);
    }, 0);
  };
  await expect.poll(drawn).toBe(listed);
});

test("near me asks for the position and finds what is around", async ({ page, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 42.6526, longitude: -73.7562 });
  await page.goto("/");
  await page.getByRole("button", { name: "Near me" }).click();
  await page.waitForURL(/near=42\.65260(,|%2C)-73\.75620&radius=25/);
  await expect(page.getByText(/stations? within 25 km/).first()).toBeVisible();
});

test("what is asked while the position is being found stays, and joins it", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = (found) => {
      const coords = { latitude: 42.6526, longitude: -73.7562, accuracy: 10 };
      setTimeout(() => found({ coords } as GeolocationPosition), 1_500);
    };
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Near me" }).click();
  await page.getByRole("searchbox").fill("Albany");
  await page.waitForURL(/near=42\.65260/);
  await expect(page.getByRole("searchbox")).toHaveValue("Albany");
  await expect(page).toHaveURL(/search=Albany/);
});

test("a time that has passed is not searched for, and none is said to be missing", async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date().setHours(12, 0, 0, 0));
  await page.goto("/");
  await page.getByRole("button", { name: "Free at" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("From").fill("03:00");
  await sheet.getByRole("button", { name: "Show stations" }).click();
  await expect(sheet.getByText("This time has passed.")).toBeVisible();
  await sheet.getByLabel("From").fill("");
  await sheet.getByRole("button", { name: "Show stations" }).click();
  await expect(sheet.getByText("Say from when.")).toBeVisible();
  await expect(page).not.toHaveURL(/availableFrom/);
});

test("without the position the finder says so, and nothing else changes", async ({ page }) => {
  await page.goto("/");
  const all = await total(page);
  await page.getByRole("button", { name: "Near me" }).click();
  await expect(page.getByText(/did not say where you are|could not be found/)).toBeVisible();
  expect(await total(page)).toBe(all);
});

test("what can be booked comes alone, the rest on request and last", async ({ page }) => {
  await page.goto("/?near=40.75,-73.98&radius=2");
  await expect(page.getByText("Not bookable yet")).toHaveCount(0);
  await page.getByRole("button", { name: /^Also show [\d,]+ not bookable here$/ }).click();
  await page.waitForURL(/others=true/);
  await expect(page.getByText("Updating")).toBeHidden();
  const cards = page.getByRole("article");
  await expect(cards.first()).not.toContainText("Not bookable yet");
});

test("the time that was searched for is kept to the confirm button", async ({ page }) => {
  // Of their own: the demo's may have booked that time, by themselves or in another test.
  await comeAsNewOwner(page);
  const found = await page.request.get("/api/v1/stations?bookable=true&limit=20");
  const { data } = (await found.json()) as { data: { free: { startsAt: string } | null }[] };
  const free = data.find(({ free }) => free)?.free;
  if (!free) throw new Error("No station of the demo has a place.");
  const to = new Date(Date.parse(free.startsAt) + 15 * 60_000).toISOString();
  await page.goto(`/owner?availableFrom=${free.startsAt}&availableTo=${to}`);
  const card = page.getByRole("article").first();
  await expect(card.getByText(/^Free .+, \d+ chargers?/)).toBeVisible();
  const station = card.getByRole("heading").getByRole("link");
  const name = await station.textContent();

  // The station's page is opened while the mark is still on its way: it shows it nevertheless.
  await page.route("**/owner?*", async (route) => {
    if (route.request().method() === "POST") await page.waitForTimeout(2_000);
    await route.continue();
  });
  const heart = card.getByRole("button", { name: `Favourite: ${name}` });
  await card.getByRole("button", { name: `Favourite: ${name}`, pressed: false }).click();
  await station.click();
  await page.waitForURL(/\/stations\/.+startsAt=/);
  await expect(page.getByRole("button", { name: "Favourite", pressed: true })).toBeVisible();
  await page.getByRole("button", { name: "Favourite" }).click();
  await expect(page.getByRole("button", { name: "Favourite", pressed: false })).toBeVisible();
  // And so does the list to which one goes back, of what was marked here.
  await page.goBack();
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await page.getByRole("link", { name: /^Book .+–/ }).click();
  await expect(page.getByRole("button", confirmButton)).toBeVisible();

  // The last search comes back where the address says nothing.
  await page.goto("/owner");
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test.describe("by the clock of the station", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a fast charger, free tomorrow at 18:00 for two hours, is booked in nine taps, for one hour in seven", async ({
    page,
  }) => {
    await comeAsNewOwner(page);
    let taps = 0;
    const tap = async (target: Locator) => {
      await target.click();
      taps += 1;
    };
    const sheet = page.getByRole("dialog");
    await tap(page.getByRole("button", { name: "Filters" }));
    await tap(sheet.getByText("DC", { exact: true }));
    await tap(sheet.getByText("Tomorrow"));
    await tap(sheet.getByRole("radiogroup", { name: "Full hours" }).getByText("18:00"));
    await sheet.getByLabel("For").selectOption("2 hours");
    // Opened, and chosen from.
    taps += 2;
    await tap(sheet.getByRole("button", { name: "Show stations" }));
    const card = page.getByRole("article").first();
    await tap(card.getByRole("link", { name: /^Book / }));
    // All of the time that was asked for, not its first hour alone.
    await expect(page.getByText(/18:00\s?–\s?20:00/).first()).toBeVisible();
    await tap(page.getByRole("button", confirmButton));
    await page.waitForURL(/\/owner\/bookings\/.+booked=1/);
    expect(taps).toBe(9);
  });
});

import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { comeAsNewOwner } from "./drivers";
import { bookAt, openDialog, ownStation } from "./office";
import { confirmButton } from "./confirm-button";

const kept = "Only stations with CHAdeMO are shown, as you chose last time.";

/** A station of the test's own with a CCS place and a CHAdeMO place, and one of its slots, some days ahead. */
async function mixedStation(page: Page) {
  const station = await ownStation(page, {
    approval: "Auto",
    connectors: [
      { number: 1, standard: "IEC_62196_T2_COMBO", maxPowerKw: 150 },
      { number: 2, standard: "CHADEMO", maxPowerKw: 50 },
    ],
  });
  const slot = station.slots[Math.floor(station.slots.length / 2)];
  if (!slot) throw new Error("The station has no slots.");
  return { ...station, slot };
}

/** Opens the tile of a slot's day, and finds its tile. */
async function tileOf(page: Page, { startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const zone = { timeZone: "America/New_York" } as const;
  const clock = (at: string) =>
    new Date(at).toLocaleTimeString("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
  const day = new Date(startsAt).toLocaleDateString("en-US", {
    ...zone,
    month: "short",
    day: "numeric",
  });
  const tab = page.getByRole("tab", { name: new RegExp(`${day}(?!\\d)`) });
  await tab.click();
  return page
    .getByRole("tabpanel")
    .getByRole("listitem")
    .filter({ hasText: `${clock(startsAt)}–${clock(endsAt)}` });
}

async function choosePlug(page: Page, plug: string): Promise<void> {
  await page.getByRole("button", { name: /^Filters/ }).click();
  await openDialog(page).getByLabel("Plug").selectOption(plug);
  await openDialog(page).getByRole("button", { name: "Show stations" }).click();
}

test("the finder's plug is in the address, narrows list and map, and comes back at the next visit", async ({
  page,
}) => {
  await mixedStation(page);
  await page.goto("/");
  await choosePlug(page, "CHAdeMO");
  await page.waitForURL(/standard=CHADEMO/);
  await expect(page.getByText("Only stations with CHAdeMO are shown.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Only stations with CHAdeMO are shown.")).toBeVisible();
  await expect(page.getByText(/^Free .+, \d+ chargers? for CHAdeMO/).first()).toBeVisible();

  await page.goto("/");
  await expect(page.getByText(kept)).toBeVisible();
  await page.waitForURL(/standard=CHADEMO/);
  await expectNoFaults(page, "finder with a plug");
  await page.getByRole("button", { name: "Show all stations" }).click();
  await expect(page.getByText("Only stations with")).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.getByText("Only stations with")).toHaveCount(0);
  expect(page.url()).not.toContain("standard");
});

test("list and map find the same stations for a plug and a power", async ({ page }) => {
  await mixedStation(page);
  for (const params of ["standard=CHADEMO", "standard=CCS&minPowerKw=100", "minPowerKw=22"]) {
    const [list, map] = await Promise.all([
      page.request.get(`/api/v1/stations?${params}&limit=1`),
      page.request.get(`/api/v1/stations/map?${params}&zoom=5`),
    ]);
    const { pagination } = (await list.json()) as { pagination: { total: number } };
    const { data } = (await map.json()) as { data: { places: { count: number }[] } };
    const drawn = data.places.reduce((sum, place) => sum + place.count, 0);
    expect(drawn).toBeGreaterThan(0);
    expect({ params, drawn }).toEqual({ params, drawn: pagination.total });
  }
});

test("a station's page counts for the plug, and a CHAdeMO place is booked while CCS is full", async ({
  page,
}) => {
  const station = await mixedStation(page);
  await bookAt(page, station.id, station.slot, { standard: "CCS" });
  await comeAsNewOwner(page);
  await page.goto(`/stations/${station.id}?standard=CCS&startsAt=${station.slot.startsAt}`);
  await expect(page.getByText(/ has no place left for CCS\. Choose another time\./)).toBeVisible();
  const full = await tileOf(page, station.slot);
  await expect(full).toContainText("Full for CCS – tell me");
  await expect(full).toContainText("1 other left");
  await expect(full.getByRole("link")).toHaveAttribute("href", /\/wait\?.*standard=CCS/);
  await expectNoFaults(page, "station for a plug");

  // The time that was marked stays with another plug, which has room then.
  await page.getByLabel("Plug", { exact: true }).selectOption("CHAdeMO");
  await page.waitForURL(/startsAt=.+standard=CHADEMO/);
  await expect(page.getByRole("link", { name: /^Book .+–/ })).toBeVisible();
  await expect(page.getByText(/has no place left/)).toHaveCount(0);
  await expect(
    page.getByText("Times for CHAdeMO. Places here that fit: 1 × CHAdeMO · 50 kW."),
  ).toBeVisible();
  const free = await tileOf(page, station.slot);
  await expect(free).toContainText("1 left for CHAdeMO");
  await free.getByRole("link").click();
  await expect(page.getByText("A place for CHAdeMO")).toBeVisible();
  await page.getByRole("button", confirmButton).click();
  await page.waitForURL("**/owner/bookings/*?booked=1");
  await expect(page.locator("div", { hasText: /^Place forCHAdeMO$/ }).first()).toBeVisible();
  const mine = await page.request.get("/api/v1/bookings?view=upcoming");
  expect(((await mine.json()) as { data: unknown[] }).data).toMatchObject([
    { standard: "CHADEMO", minPowerKw: null },
  ]);
});

test("where only other plugs are left, the booking says so", async ({ page }) => {
  const station = await mixedStation(page);
  await comeAsNewOwner(page);
  const path = `/stations/${station.id}/book?startsAt=${station.slot.startsAt}&standard=CCS`;
  await page.goto(path);
  // Somebody is faster.
  await bookAt(page, station.id, station.slot, { standard: "CCS" });
  await page.getByRole("button", confirmButton).click();
  await expect(
    page.getByText(
      "No place that fits the car is left at this time. 1 place is free, but with another plug or less power.",
    ),
  ).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("No place for CCS is left at this time")).toBeVisible();
  await expect(page.getByRole("button", confirmButton)).toHaveCount(0);
});

test("a time that the driver's car cannot use is not offered for it: another car may come, or one waits", async ({
  page,
}) => {
  const station = await mixedStation(page);
  await comeAsNewOwner(page);
  const about = { make: "Nissan", model: "Leaf", year: 2018, batteryKwh: 40 };
  const car = { ...about, plate: "LEAF 1", standards: ["CHADEMO"] };
  const added = await page.request.post("/api/v1/profile/vehicles", {
    data: car,
    headers: { "Idempotency-Key": crypto.randomUUID(), Origin: new URL(page.url()).origin },
  });
  expect(added.status()).toBe(201);
  await bookAt(page, station.id, station.slot, { standard: "CHADEMO" });
  await page.goto(`/stations/${station.id}/book?startsAt=${station.slot.startsAt}`);
  await expect(page.getByText("No place for your Nissan Leaf, LEAF 1 is left")).toBeVisible();
  await expect(page.getByRole("button", confirmButton)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Tell me when one frees up" })).toHaveAttribute(
    "href",
    /standard=CHADEMO/,
  );
  await page.getByRole("link", { name: "Another car comes" }).click();
  await expect(page.getByLabel("Your car")).toHaveValue("");
  await expect(page.getByRole("button", confirmButton)).toBeVisible();
});

test("a station without the plug says what it has, and shows times once another is chosen", async ({
  page,
}) => {
  const station = await mixedStation(page);
  await page.goto(`/stations/${station.id}?standard=TYPE2&minPowerKw=22`);
  await expect(page.getByText("No place here for Type 2, 22 kW or more")).toBeVisible();
  await expect(page.getByText(/1 × CCS 2 · 150 kW, 1 × CHAdeMO · 50 kW/)).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
  await page.getByLabel("Plug", { exact: true }).selectOption("CCS");
  await expect(page.getByRole("tab")).toHaveCount(7);
});

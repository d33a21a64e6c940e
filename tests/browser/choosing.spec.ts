import { expect, type Page, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { nextSlot, ownStation } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";
import { confirmButton } from "./confirm-button";

test("a card says who approves, in a few words, and so does the station's page", async ({
  page,
}) => {
  for (const [approval, card, fact] of [
    ["Auto", "Approved at once", "At once"],
    ["Manual", "Staff approve first", "By the station’s staff"],
  ] as const) {
    const station = await ownStation(page, { approval });
    await page.goto(`/?search=${encodeURIComponent(station.name)}`);
    const found = page.getByRole("article").filter({ hasText: station.name });
    await expect(found.getByText(card)).toBeVisible();
    await page.goto(`/stations/${station.id}`);
    await expect(page.getByRole("definition").filter({ hasText: fact })).toBeVisible();
  }
});

test("a station's page and its booking's reckon the price with the same kilowatt-hours", async ({
  page,
}) => {
  const pricing = { mode: "Energy", currency: "USD", perKwh: "0.40", taxPercent: 10 };
  const connectors = [{ number: 1, standard: "IEC_62196_T2_COMBO", maxPowerKw: 50 }];
  const { id, slots } = await ownStation(page, {
    defaultSlotMinutes: 30,
    connectors,
    pricing,
  });
  const { startsAt } = await nextSlot({ slots }, 2);
  await comeAs(page, "owner");
  await page.goto(`/stations/${id}`);
  // Half an hour at 50 kW.
  await expect(
    page.getByText("About $11.00 for a booking of 30 min, tax included. This counts 25 kWh"),
  ).toBeVisible();
  await page.goto(`/stations/${id}/book?startsAt=${startsAt}`);
  await expect(page.getByText("$11.00").first()).toBeVisible();
  await expect(page.getByText("This counts 25 kWh")).toBeVisible();
});

test("a booking that is refused because of another of one's own says which, and leads to it", async ({
  page,
}) => {
  await comeAsNewOwner(page);
  const [first, second] = [
    await ownStation(page, { approval: "Auto" }),
    await ownStation(page, { approval: "Auto" }),
  ];
  const { startsAt, endsAt } = await nextSlot(first, 2);
  await page.goto(`/stations/${second.id}/book?startsAt=${startsAt}`);
  const button = page.getByRole("button", confirmButton);
  await expect(button).toBeVisible();
  // Made on another device, after the page was read.
  const made = await page.request.post("/api/v1/bookings", {
    headers: { "Idempotency-Key": crypto.randomUUID(), origin: new URL(page.url()).origin },
    data: { stationId: first.id, startsAt, endsAt },
  });
  expect(made.status()).toBe(201);
  const { data } = (await made.json()) as { data: { id: string; number: string } };
  await button.click();
  await expect(page.getByText("You have another booking at this time.")).toBeVisible();
  // Known from the start it is said from the start, and there is nothing to press that is refused.
  await page.reload();
  await expect(page.getByText("You have a booking at this time already")).toBeVisible();
  await expect(button).toHaveCount(0);
  const way = page.getByRole("link", { name: `See ${data.number} at ${first.name}` });
  await expect(way).toBeInViewport();
  await way.click();
  await page.waitForURL(`**/owner/bookings/${data.id}`);
});

test("a time that is no longer asked for cannot be booked while the list is on its way", async ({
  page,
}) => {
  await comeAs(page, "owner");
  const { slots, name } = await ownStation(page, { approval: "Auto" });
  const { startsAt } = await nextSlot({ slots }, 3);
  const until = (hours: number) => new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString();
  const two = new URLSearchParams({
    search: name,
    availableFrom: startsAt,
    availableTo: until(2),
  });
  await page.goto(`/owner?${two}`);
  await untilSettled(page);
  const card = page.getByRole("article").filter({ hasText: name });
  const book = card.getByRole("link", { name: `Book ${name}` });
  await expect(book).toHaveAttribute("href", endsAt(until(2)));

  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/api/v1/stations?*", async (route) => {
    await held;
    await route.continue();
  });
  await freeAtButton(page).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("For").selectOption("1 hour");
  await sheet.getByRole("button", { name: "Show stations" }).click();
  await expect(card.getByRole("button", { name: "Book", exact: true })).toBeDisabled();
  await expect(book).toHaveCount(0);
  release();
  await expect(book).toHaveAttribute("href", endsAt(until(1)));
});

const endsAt = (at: string) => new RegExp(`endsAt=${encodeURIComponent(at)}`);

/** The button whose words are the time that is asked for. */
const freeAtButton = (page: Page) =>
  page.getByRole("search").getByRole("button", { name: /\d{2}:\d{2}/ });

test("on a tablet every filter of the row is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await comeAs(page, "owner");
  await page.goto("/owner");
  await untilSettled(page);
  for (const button of await page.getByRole("search").getByRole("button").all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
  }
});

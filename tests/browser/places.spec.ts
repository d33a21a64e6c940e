import { expect, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { mixedPlaces, mixedStation } from "./mixed-station";
import { bookAt, office } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

test("the office reads places by kind: the station, its day, a booking and a preview", async ({
  page,
}) => {
  const station = await mixedStation(page);
  const [slot] = station.slots.slice(120);
  if (!slot) throw new Error("no slots");
  const booking = await bookAt(page, station.id, slot, { standard: "CHADEMO", minPowerKw: 50 });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await expect(page.getByText(mixedPlaces)).toBeVisible();

  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  await expect(page.getByText(mixedPlaces)).toBeVisible();
  if ((page.viewportSize()?.width ?? 0) >= 640) {
    const free = page.getByRole("list", { name: "Free places by time, CHAdeMO · 50 kW" });
    await expect(free.getByText(/: 0 of 1 free$/)).toHaveCount(1);
    const lane = page.getByRole("listitem", { name: "CHAdeMO · 50 kW, place 1" });
    await expect(lane.getByRole("button", { name: booking.owner })).toContainText("CHAdeMO 50 kW+");
    const other = page.getByRole("listitem", { name: "CCS 2 · 150 kW, place 1" });
    await expect(other.getByRole("button")).toHaveCount(0);
  }
  await expect(page.getByText("Needs CHAdeMO, 50 kW or more")).toBeVisible();
  await expectNoFaults(page, "a day by kinds of places");

  await page.goto(`/backoffice/bookings/${booking.id}`);
  await expect(page.getByText("CHAdeMO, 50 kW or more")).toBeVisible();
  await expect(page.getByText("CHAdeMO · 50 kW", { exact: true })).toBeVisible();

  await page.goto(`/backoffice/stations/${station.id}/schedule`);
  await expect(page.getByText(mixedPlaces)).toBeVisible();
  await untilSettled(page);
  await page.locator(`button[data-date="${day}"]`).click();
  await page.getByLabel("Connectors that day").fill("1");
  await page.getByRole("button", { name: "Show preview" }).click();
  await expect(page.getByText(/^CHAdeMO · 50 kW: 1 → 0 places in \d+ slots$/)).toBeVisible();
  await expect(page.getByText(`${booking.number}, ${booking.owner}`)).toContainText(
    "CHAdeMO, 50 kW or more",
  );
});

test("a conflict says what is missing, and of no place that is kept no more", async ({ page }) => {
  const station = await mixedStation(page);
  const [slot] = station.slots.slice(120);
  if (!slot) throw new Error("no slots");
  await bookAt(page, station.id, slot, { standard: "CHADEMO" });
  const api = await office(page);
  const { connectors } = await api.get<{ connectors: { id: string; number: number }[] }>(
    `/stations/${station.id}`,
  );
  const plug = connectors.find(({ number }) => number === 2)?.id;
  await api.send("POST", `/stations/${station.id}/holds`, {
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    connectorIds: [plug],
    reason: "Cable",
  });
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/conflicts?station=${station.id}`);
  await expect(page.getByText("Needs CHAdeMO", { exact: true })).toBeVisible();
  await expect(page.getByText(/^No place for it is open at that time\. Move it/)).toBeVisible();
  await expect(page.getByText("give the station more places")).toHaveCount(0);
  await expect(page.getByText("reserved:")).toHaveCount(0);
});

import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { arrivalAt, gateStation, operator } from "./gate";
import { bookAt, office } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

const ccs = { standard: "IEC_62196_T2_COMBO", maxPowerKw: 150 };
const chademo = { standard: "CHADEMO", maxPowerKw: 50 };
const words = "1 × CCS 2 · 150 kW, 1 × CHAdeMO · 50 kW";

/** A station with one place of each kind. */
const mixed = (page: Page) =>
  gateStation(page, { connectors: [ccs, chademo].map((one, at) => ({ number: at + 1, ...one })) });

const radio = (page: Page, name: string) => page.getByRole("radio", { name });

async function scan(page: Page, code: string): Promise<void> {
  await comeAs(page, "operator");
  await page.goto("/operator/scan");
  await untilSettled(page);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

test("the gate proposes the place with the car's plug, and others are marked as not fitting", async ({
  page,
}) => {
  const arrival = await arrivalAt(page, await mixed(page), 0, { standard: "CHADEMO" });
  await scan(page, arrival.code);
  await expect(radio(page, "Connector 2, CHAdeMO · 50 kW")).toBeChecked();
  await expect(page.getByText("Does not fit this car")).toHaveCount(1);
  await expect(page.getByText("CHAdeMO", { exact: true })).toBeVisible();
  await expectNoFaults(page, "a driver at a mixed station");
  await page.getByRole("button", { name: "Check in on connector 2" }).click();
  await expect(page.getByText(`${arrival.owner} charges on connector 2.`)).toBeVisible();
});

test("where nothing free fits, the gate says what is free, and a place is chosen by hand", async ({
  page,
}) => {
  const station = await mixed(page);
  const api = await operator(page);
  const [plug] = (await api.get<{ connectors: { id: string }[] }>(`/stations/${station.id}`))
    .connectors;
  const other = await arrivalAt(page, station);
  const arrival = await arrivalAt(page, station, 0, { standard: "CCS2" });
  // A driver to whom any place would do is let in at the one with the other's plug.
  await api.send("POST", "/sessions/checkin", { code: other.code, connectorId: plug?.id });
  await scan(page, arrival.code);
  await expect(page.getByText("Nothing free fits this car")).toBeVisible();
  await expect(page.getByText("Free: 2 (CHAdeMO · 50 kW). None fits CCS 2.")).toBeVisible();
  await expect(radio(page, "Connector 2, CHAdeMO · 50 kW")).not.toBeChecked();
  await expectNoFaults(page, "nothing that fits");
  // Without a choice the server says the same.
  await page.getByRole("button", { name: "Check in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing free fits this car" })).toBeVisible();
  await page.getByRole("button", { name: "Choose another connector" }).click();
  await radio(page, "Connector 2, CHAdeMO · 50 kW").check({ force: true });
  await page.getByRole("button", { name: "Check in on connector 2" }).click();
  await expect(page.getByText(`${arrival.owner} charges on connector 2.`)).toBeVisible();
});

test("a walk-up is asked which plug fits where there are several", async ({ page }) => {
  const station = await mixed(page);
  await comeAs(page, "operator");
  await page.goto(`/operator/walk-up?stationId=${station.id}`);
  await untilSettled(page);
  await page.getByLabel("Station", { exact: true }).selectOption(station.id);
  await page.getByLabel("Number plate").fill("WP WALK-2");
  await page.getByRole("button", { name: "Give a place" }).click();
  await expect(page.getByText("Choose the connector whose plug fits the car.")).toBeVisible();
  await expectNoFaults(page, "a walk-up that is asked");
  await radio(page, "Connector 2, CHAdeMO · 50 kW").check({ force: true });
  await page.getByRole("button", { name: "Give a place" }).click();
  // A station that was made just now has no slot yet that runs: it is the server's to say, so it was asked.
  await expect(page.getByText("The station is not open at this moment")).toBeVisible();
  await expect(page.getByText("Choose the connector whose plug fits the car.")).toBeHidden();
});

test("the office reads places by kind: the station, its day, a booking and a preview", async ({
  page,
}) => {
  const station = await mixed(page);
  const [slot] = station.slots.slice(120);
  if (!slot) throw new Error("no slots");
  const booking = await bookAt(page, station.id, slot, { standard: "CHADEMO", minPowerKw: 50 });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await expect(page.getByText(words)).toBeVisible();

  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  await expect(page.getByText(words)).toBeVisible();
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
  await expect(page.getByText(words)).toBeVisible();
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
  const station = await mixed(page);
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
  await expect(
    page.getByText("Needs CHAdeMO · no place for it is open at that time"),
  ).toBeVisible();
  await expect(page.getByText("reserved:")).toHaveCount(0);
});

test("an operator's day has each slot by kind", async ({ page }) => {
  const station = await mixed(page);
  await comeAs(page, "operator");
  await page.goto(`/operator/day?stationId=${station.id}`);
  await expect(page.getByText(words)).toBeVisible();
  await page.locator("details > summary").first().click();
  await expect(page.getByText("CHAdeMO · 50 kW: 0 of 1 taken").first()).toBeVisible();
});

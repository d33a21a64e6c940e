import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { arrivalAt, operator } from "./gate";
import { mixedPlaces, mixedStation } from "./mixed-station";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

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
  const arrival = await arrivalAt(page, await mixedStation(page), 0, { standard: "CHADEMO" });
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
  const station = await mixedStation(page);
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
  const station = await mixedStation(page);
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

test("an operator's day has each slot by kind", async ({ page }) => {
  const station = await mixedStation(page);
  await comeAs(page, "operator");
  await page.goto(`/operator/day?stationId=${station.id}`);
  await expect(page.getByText(mixedPlaces)).toBeVisible();
  await page.locator("details > summary").first().click();
  await expect(page.getByText("CHAdeMO · 50 kW: 0 of 1 taken").first()).toBeVisible();
});

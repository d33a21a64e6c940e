import { expect, type Page, test } from "@playwright/test";

import { bookAt, clientOf, office, openDialog, ownStation } from "./office";
import { comeAs, people } from "./people";

const unique = () => crypto.randomUUID().slice(0, 8);

test("the office makes a station with a pin, changes it, and nothing typed is lost on the way", async ({
  page,
}) => {
  const name = `Quay ${unique()}`;
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByLabel("Position")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Click the map, or type latitude and longitude.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await page.getByLabel("Position").fill("40.7128, -74.006");
  await expect(page.getByRole("button", { name: "The station’s place" })).toBeVisible();
  const kind = (number: number) => page.getByRole("group", { name: `Kind ${number}` });
  await expect(kind(1).getByLabel("Power, kW")).toHaveValue("7.4");
  await page.getByLabel("Current").selectOption("DC");
  await expect(kind(1).getByLabel("Plug")).toHaveValue("IEC_62196_T1_COMBO");
  await kind(1).getByLabel("Power, kW").fill("150");
  await page.getByRole("button", { name: "Another kind of connector" }).click();
  await expect(kind(2).getByLabel("How many")).toBeFocused();
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(kind(2).getByLabel("Plug")).toHaveAttribute("aria-invalid", "true");
  await kind(2).getByLabel("Plug").selectOption("CHADEMO");
  await kind(2).getByLabel("Power, kW").fill("62.5");
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const connectors = page.getByRole("region", { name: "Connectors" }).getByRole("listitem");
  await expect(connectors.filter({ hasText: /CCS 1.*150 kW/ })).toHaveCount(2);
  await expect(connectors.filter({ hasText: /CHAdeMO.*62\.5 kW/ })).toHaveCount(1);
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await expect(page.getByLabel("Position")).toHaveValue("40.7128, -74.006");
  await page.getByLabel("Description").fill("Behind the market hall.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Behind the market hall.")).toBeVisible();
});

test("a change keeps what the form's lists do not name, and takes back what is blanked", async ({
  page,
}) => {
  const api = await office(page);
  const name = `Odd ${unique()}`;
  const { id } = await api.send<{ id: string }>("POST", "/stations", {
    name,
    address: "1 Odd Street",
    location: { lat: 27.7, lng: 85.3 },
    type: "DC",
    connectors: [{ number: 1, standards: ["CHADEMO", "IEC_62196_T1_COMBO"] }],
    timeZone: "Asia/Kathmandu",
    defaultSlotMinutes: 72,
    description: "To be taken back.",
    phone: "+12125550188",
  });
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${id}/edit`);
  // The fields are there before the form's script is, which may take a keystroke back.
  await expect(async () => {
    await page.getByLabel("Description").fill("");
    await page.getByLabel("Phone").fill("");
    await expect(page.getByLabel("Description")).toHaveValue("", { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`/stations/${id}$`));
  await expect(page.getByText("The station was saved.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Change connector 1" }).click();
  await openDialog(page).getByLabel("State").selectOption("OutOfOrder");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#main").getByText("Out of order", { exact: true })).toBeVisible();
  expect(await api.get(`/stations/${id}`)).toMatchObject({
    timeZone: "Asia/Kathmandu",
    slotMinutes: 72,
    description: null,
    phone: null,
    connectors: [{ standards: ["CHADEMO", "IEC_62196_T1_COMBO"], status: "OutOfOrder" }],
  });
});

test("another business's station is not to be found in the console", async ({ page }) => {
  const own = await office(page);
  const mine = new Set(
    (await own.get<{ id: string }[]>("/stations?mine=true&limit=100")).map(({ id }) => id),
  );
  const admin = await clientOf(page, people.admin.email);
  const every = await admin.get<{ id: string }[]>("/stations?mine=true&limit=100");
  const others = every.find(({ id }) => !mine.has(id));
  await comeAs(page, "backoffice");
  for (const path of ["", "/edit", "/tariff", "/schedule"]) {
    const answer = await page.goto(`/backoffice/stations/${others?.id}${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});

test("a click on the map is the position", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations/new");
  const map = page.locator(".leaflet-container");
  await expect(map).toBeVisible();
  await map.click({ position: { x: 120, y: 120 } });
  await expect(page.getByLabel("Position")).toHaveValue(/^-?\d+\.\d+, -?\d+\.\d+$/);
});

test("an address is looked up, and the pin goes there", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations/new");
  const field = page.getByRole("textbox", { name: /^Address/ });
  await field.fill("Qu");
  await field.press("Enter");
  await expect(page.getByText("Type at least 3 characters.")).toBeVisible();
  await field.fill("Atlantis");
  await field.press("Enter");
  await expect(page.getByText("Nothing was found there.")).toBeVisible();
  await field.fill("1 Quay Street");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("button", { name: /Albany/ }).click();
  await expect(page.getByLabel("Position")).toHaveValue("42.6502, -73.7469");
  await expect(field).toHaveValue("Quay Street, Albany, New York, 12207");
});

test("the price's example follows what is typed, to the cent", async ({ page }) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}/tariff`);
  const example = page.getByRole("region", { name: "A worked example" });
  await page.getByLabel("How it is charged").selectOption("Energy");
  await page.getByLabel("Per kWh").fill("0.45");
  await page.getByLabel("Tax, percent").fill("8.875");
  await expect(example).toContainText("$8.92");
  await expect(example).toContainText("Cannot be finished without a meter reading.");
  await page.getByLabel("Per hour, without a meter reading").fill("6");
  await expect(example).toContainText("$8.71");
  await page.getByRole("button", { name: "Save the price" }).click();
  await expect(page.getByText(/\$0\.45\/kWh/)).toBeVisible();
});

const priceModes = [
  {
    mode: "Flat",
    fields: { Fee: "5.50", "Tax, percent": "8" },
    totals: ["$5.94", "$5.94"],
    words: "$5.50 per charge",
  },
  {
    mode: "Time",
    fields: { "Per hour": "6.50", "Tax, percent": "8" },
    increment: "30",
    totals: ["$10.53", "$10.53"],
    words: "$6.50/h, rounded up to 30 minutes",
  },
  {
    mode: "Hybrid",
    fields: {
      "Per kWh": "0.30",
      "Minimum charge": "7",
      "Per hour, without a meter reading": "6",
      "Tax, percent": "8.875",
    },
    increment: "",
    totals: ["$7.62", "$8.71"],
    words: "$0.30/kWh, at least $7.00",
  },
];

/** A field by its words, be it optional or not. */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}(?!,)`));

for (const { mode, fields, increment, totals, words } of priceModes) {
  test(`a price of mode ${mode} is saved and read back, with its example to the cent`, async ({
    page,
  }) => {
    const station = await ownStation(page);
    await comeAs(page, "backoffice");
    await page.goto(`/backoffice/stations/${station.id}/tariff`);
    await page.getByLabel("How it is charged").selectOption(mode);
    for (const [label, text] of Object.entries(fields)) {
      await field(page, label).fill(text);
    }
    if (increment !== undefined) await page.getByLabel("Round time up to").selectOption(increment);
    const example = page.getByRole("region", { name: "A worked example" });
    const sums = example.locator("dl > div:last-child dd");
    await expect(sums).toHaveText(totals);
    await page.getByRole("button", { name: "Save the price" }).click();
    await expect(page.getByText(words)).toBeVisible();
    await page.goto(`/backoffice/stations/${station.id}/tariff`);
    await expect(page.getByLabel("How it is charged")).toHaveValue(mode);
    for (const [label, text] of Object.entries(fields)) {
      await expect
        .poll(async () => Number(await field(page, label).inputValue()))
        .toBe(Number(text));
    }
    if (increment !== undefined)
      await expect(page.getByLabel("Round time up to")).toHaveValue(increment);
    await expect(sums).toHaveText(totals);
  });
}

test.describe("the business's usual tax and currency", () => {
  const set = async (page: Page, tax: number | null, currency: string | null) =>
    (await office(page)).send("PUT", "/settings", {
      values: { defaultTaxPercent: tax, defaultCurrency: currency },
    });
  test.beforeEach(({ page }) => set(page, 10, "EUR"));
  test.afterEach(({ page }) => set(page, null, null));

  test("price what is left blank as it will be saved; other modes' fields keep their texts", async ({
    page,
  }) => {
    const station = await ownStation(page);
    await comeAs(page, "backoffice");
    await page.goto(`/backoffice/stations/${station.id}/tariff`);
    const example = page.getByRole("region", { name: "A worked example" });
    await page.getByLabel("How it is charged").selectOption("Energy");
    await page.getByLabel("Per kWh").fill("0.50");
    await page.getByLabel("How it is charged").selectOption("Flat");
    await page.getByLabel("Fee", { exact: true }).fill("20");
    await page.getByLabel("Tax, percent").fill("");
    await page.getByLabel("Currency").fill("");
    await expect(example).toContainText("€22.00");
    await page.getByLabel("How it is charged").selectOption("Energy");
    await expect(page.getByLabel("Per kWh")).toHaveValue("0.50");
    await expect(example).toContainText("€10.01");
    await page.getByRole("button", { name: "Save the price" }).click();
    await expect(page.getByText("€0.50/kWh")).toBeVisible();
    const api = await office(page);
    expect(await api.get(`/stations/${station.id}`)).toMatchObject({
      pricing: { mode: "Energy", currency: "EUR", taxPercent: 10, fee: null },
    });
  });
});

test("a connector's power is taken back where it is blanked", async ({ page }) => {
  const station = await ownStation(page);
  const api = await office(page);
  const { id } = await api.send<{ id: string }>("POST", `/stations/${station.id}/connectors`, {
    number: 7,
    maxPowerKw: 150,
  });
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await page.getByRole("button", { name: "Change connector 7" }).click();
  await openDialog(page).getByLabel("Power, kW").fill("");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Connector 7 was changed.")).toBeVisible();
  const { connectors } = await api.get<{ connectors: object[] }>(`/stations/${station.id}`);
  expect(connectors).toContainEqual(expect.objectContaining({ id, maxPowerKw: null }));
});

test("connectors are added, put out of order and removed", async ({ page }) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await page.getByRole("button", { name: "Add a connector" }).click();
  await openDialog(page).getByLabel("Number").fill("2");
  await openDialog(page).getByRole("button", { name: "Add" }).click();
  await expect(openDialog(page).getByRole("alert")).toBeVisible();
  await openDialog(page).getByLabel("Number").fill("7");
  await openDialog(page).getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("The connector was added.")).toBeVisible();
  await page.getByRole("button", { name: "Change connector 7" }).click();
  await openDialog(page).getByLabel("State").selectOption("OutOfOrder");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#main").getByText("Out of order", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More for connector 7" }).click();
  await page.getByRole("button", { name: "Remove connector 7" }).click();
  await openDialog(page).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("button", { name: "Change connector 7" })).toHaveCount(0);
  await expect(page.locator("#main ul:focus"), "the focus is still there").toBeVisible();
});

test("a station with bookings to come shows them, and says when they are", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(30);
  if (!slot) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await expect(page.getByRole("region", { name: "Today" })).toContainText(/of \d+ hours booked/);
  await expect(page.getByRole("region", { name: "Opening hours" })).toContainText(/Today/);
  const next = page.getByRole("region", { name: "Next bookings" });
  await expect(next.getByRole("link", { name: number })).toBeVisible();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(openDialog(page)).toContainText("1 booking is still to come");
  await expect(openDialog(page).getByLabel("Reason")).toHaveCount(0);
  await openDialog(page).getByRole("listitem").getByRole("link").click();
  await expect(page).toHaveURL(/\/backoffice\/day\?station=.*&date=/);
  await expect(page.getByText(new RegExp(number)).first()).toBeAttached();
  const api = await office(page);
  await api.send("PUT", `/bookings/${id}/cancel`, { reason: "Closed for good." });
  await page.goto(`/backoffice/stations/${station.id}`);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await openDialog(page).getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("The station was deactivated.")).toBeVisible();

  await page.context().clearCookies({ name: /session/ });
  await comeAs(page, "admin");
  await page.goto(`/admin/stations?status=Inactive&search=${encodeURIComponent(station.name)}`);
  await expect(page.getByRole("link", { name: station.name })).toBeVisible();
});

test("a file is previewed row by row, imported, and changes nothing the second time", async ({
  page,
}) => {
  const key = unique();
  const header =
    "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num";
  const file = {
    name: "stations.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `${header}\nA${key},Pier ${key},1 Pier Street,Albany,NY,12207,US,42.65,-73.75,2\n` +
        `B${key},,2 Pier Street,Albany,NY,12207,US,42.65,-73.75,2\n`,
    ),
  };
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/import");
  await page.getByLabel("Choose a file").setInputFiles(file);
  await expect(page.getByText("The name is empty.")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 station" }).click();
  await expect(page.getByText("Import finished.")).toBeVisible();
  await expect(page.getByRole("button", { name: "New: 1" })).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles(file);
  await expect(page.getByRole("button", { name: "As they were: 1" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from("{"),
  });
  await expect(page.getByRole("alert").first()).toContainText(/JSON/);
});

test("a file of OCPI Locations is dropped on the page, previewed and imported", async ({
  page,
}) => {
  const key = unique();
  const location = (over: object = {}) => ({
    country_code: "US",
    party_id: "BAY",
    id: key,
    publish: true,
    name: `Mole ${key}`,
    address: "1 Mole Street",
    city: "Albany",
    state: "NY",
    postal_code: "12207",
    country: "USA",
    coordinates: { latitude: "42.650200", longitude: "-73.746900" },
    time_zone: "America/New_York",
    opening_times: { twentyfourseven: true },
    evses: [
      {
        uid: "1",
        status: "AVAILABLE",
        connectors: [
          {
            id: "1",
            standard: "IEC_62196_T2_COMBO",
            power_type: "DC",
            max_electric_power: 150_000,
          },
        ],
      },
    ],
    last_updated: "2026-06-01T00:00:00Z",
    ...over,
  });
  const text = JSON.stringify({
    data: [location(), location({ id: `${key}x`, evses: [] })],
    status_code: 1000,
    timestamp: "2026-06-01T00:00:00Z",
  });
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/import");
  const zone = page.locator("label").filter({ hasText: "Drop a file here" });
  const dropped = await page.evaluateHandle((json) => {
    const data = new DataTransfer();
    data.items.add(new File([json], "locations.json", { type: "application/json" }));
    return data;
  }, text);
  await expect(async () => {
    await zone.dispatchEvent("dragover", { dataTransfer: dropped });
    await zone.dispatchEvent("drop", { dataTransfer: dropped });
    await expect(page.getByText("locations.json")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(/charging places/)).toBeVisible();
  await page.getByRole("button", { name: "Import 1 station" }).click();
  await expect(page.getByText("Import finished.")).toBeVisible();
  await page.getByRole("button", { name: "New: 1" }).click();
  await expect(page.getByText(`US*BAY*${key}`)).toBeVisible();
  const api = await office(page);
  const [found] = await api.get<{ name: string }[]>(`/stations?mine=true&search=${key}`);
  expect(found?.name).toBe(`Mole ${key}`);
});

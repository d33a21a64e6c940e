import { expect, type Page, test } from "@playwright/test";

import { calendarDay } from "@/lib/core/calendar";

import { expectNoFaults } from "./axe";
import { arrivalAt, chargingAt, gateStation, operator } from "./gate";
import { bookAt, nextSlot, openDialog } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";
import { expectTargets } from "./targets";

/** A picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

const cardOf = (bookingId: string, step = "") => `/operator/session?booking=${bookingId}${step}`;
const finish = "#finish";

/** A list of Today, by its name. */
const list = (page: Page, name: string) => page.getByRole("region", { name });

test.beforeEach(({ page }) => comeAs(page, "operator"));

test("S2: Today shows who asks, who comes and who charges, and does what each row needs", async ({
  page,
}) => {
  const station = await gateStation(page, { approval: "Manual" });
  const slot = await nextSlot(station);
  await bookAt(page, station.id, slot);
  await page.goto(`/operator?stationId=${station.id}`);
  const approvals = list(page, "To approve");
  await expect(approvals.getByText(/starts in (less than )?\d+ min/)).toBeVisible();
  await approvals.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(/was approved/)).toBeVisible();
  const arrivals = list(page, "Arrivals");
  await expect(arrivals.getByText(/^Open, \d+ min left/)).toBeVisible();
  await expect(arrivals.getByRole("link", { name: "Check in" })).toBeVisible();
  await expect(list(page, "Charging").getByText("No car is charging")).toBeVisible();
  const scan = page.getByRole("link", { name: "Scan a code" }).filter({ visible: true });
  await expect(scan).toHaveAttribute("href", "/operator/scan");
});

test("Today hears of a car that was let in elsewhere, and leads to its card", async ({ page }) => {
  const station = await gateStation(page);
  const { code, owner } = await arrivalAt(page, station);
  await page.goto(`/operator?stationId=${station.id}`);
  await expect(list(page, "Arrivals").getByText(owner)).toBeVisible();
  await (await operator(page)).send("POST", "/sessions/checkin", { code });
  const charging = list(page, "Charging");
  await expect(charging.getByText(owner)).toBeVisible();
  await expect(charging.getByText(/^0:0\d:\d\d$/)).toBeVisible();
  await charging.getByText(owner).click();
  await expect(page.getByRole("timer")).toBeVisible();
});

test("a session is noted, photographed, paused, moved, finished, and its receipt shared", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id, sessionId, number } = await chargingAt(page, await gateStation(page));
  await page.goto(cardOf(id));
  await untilSettled(page);

  await page.getByLabel("Add a note").fill("Cable was wet.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Cable was wet." })).toContainText(
    /Demo|,/,
  );
  await page
    .getByLabel("Take a photo")
    .setInputFiles({ name: "car.png", mimeType: "image/png", buffer: pixel });
  await expect(page.getByRole("img", { name: /^Photo of/ })).toBeVisible();

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Charging", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Change connector" }).click();
  await page.getByRole("radio", { name: "Connector 2, CCS 2 · 150 kW" }).check({ force: true });
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("The connector was changed.")).toBeVisible();
  await expect(page.getByText("2 · CCS 2 · 150 kW")).toBeVisible();

  await page.getByRole("button", { name: "Finish and charge" }).click();
  await page.getByLabel("Energy, kWh").fill("900");
  await page.getByLabel("Amount received").fill("400");
  await expect(page.getByRole("button", { name: "Finish · $396.00" })).toBeVisible();
  await expect(page.getByText("Change to give back")).toBeVisible();
  await expect(page.getByText("$4.00")).toBeVisible();
  await page.getByRole("button", { name: "Finish · $396.00" }).click();
  await expect(page.getByText("Is this right?")).toBeVisible();
  // What was asked about was a slip: it is asked anew of what is typed then, and not of what is usual.
  await page.getByLabel("Energy, kWh").fill("0,1");
  await expect(page.getByText("Is this right?")).toBeHidden();
  await page.getByRole("button", { name: "Finish · $0.04" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^\$0\.04 in all/)).toBeVisible();
  const print = page.getByRole("link", { name: "Print" });
  const address = (await print.getAttribute("href")) ?? "";
  expect((await page.request.get(address)).status()).toBe(200);
  await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("address was copied")).toBeVisible();
  const session = await (
    await operator(page)
  ).get<{ noteList: unknown[]; photos: unknown[]; connector: { number: number } }>(
    `/sessions/${sessionId}`,
  );
  expect(session.noteList).toHaveLength(1);
  expect(session.photos).toHaveLength(1);
  expect(session.connector.number).toBe(2);
  expect(number).toMatch(/^BK-/);
});

test("a warning asks once and blocks nothing", async ({ page }) => {
  const { id } = await chargingAt(page, await gateStation(page));
  await page.goto(cardOf(id, finish));
  await page.getByLabel("Energy, kWh").fill("900");
  await page.getByRole("button", { name: /^Finish/ }).click();
  await page.getByRole("button", { name: "Yes, finish" }).click();
  await expect(page.getByText(/^\$396\.00 in all/)).toBeVisible();
});

test("two phones finish one session: one bill, and both see it", async ({
  page,
  browser,
  baseURL,
}) => {
  const { id } = await chargingAt(page, await gateStation(page));
  const other = await (await browser.newContext({ baseURL })).newPage();
  await comeAs(other, "operator");
  for (const [phone, kWh] of [
    // As much as a connector gives in a second.
    [page, "0.02"],
    [other, "0.03"],
  ] as const) {
    await phone.goto(cardOf(id, finish));
    await untilSettled(phone);
    await phone.getByLabel("Energy, kWh").fill(kWh);
    await expect(phone.getByRole("button", { name: /^Finish · / })).toBeVisible();
  }
  await Promise.all(
    [page, other].map((phone) => phone.getByRole("button", { name: /^Finish · / }).click()),
  );
  const number = (phone: Page) => phone.getByText(/^R-/).first();
  await expect(number(page)).toBeVisible();
  await expect(number(other)).toHaveText(await number(page).innerText());
  const total = (phone: Page) => phone.getByText(/in all\. The place is free again/).innerText();
  expect(await total(other)).toBe(await total(page));
  await other.context().close();
});

test("stopping without a bill says the late fee before, and charges it only when asked to", async ({
  page,
}) => {
  const { id } = await chargingAt(page, await gateStation(page));
  await page.goto(cardOf(id));
  await page.getByRole("button", { name: "Stop without a bill" }).click();
  await expect(openDialog(page)).toContainText(
    "The late cancellation fee agreed with the booking is $3.00",
  );
  await openDialog(page).getByLabel("Reason").fill("The cable does not fit.");
  await openDialog(page).getByLabel("Charge the late cancellation fee of $3.00").check();
  await openDialog(page).getByRole("button", { name: "Stop charging" }).click();
  await expect(page.getByRole("heading", { name: "This session was stopped" })).toBeAttached();
  const booking = await (
    await operator(page)
  ).get<{ status: string; lateFee: { amount: string } }>(`/bookings/${id}`);
  expect(booking).toMatchObject({ status: "CanceledByOperator", lateFee: { amount: "3.00" } });
});

test("what is typed to finish a session stays while the page is brought up to date, and after a look back", async ({
  page,
}) => {
  const { id } = await chargingAt(page, await gateStation(page));
  await page.goto(cardOf(id));
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  // The page that the resume asks for anew comes late, when somebody types already.
  await page.route("**/operator/session?*", async (route) => {
    if (route.request().headers().rsc) await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Finish and charge" }).click();
  const energy = page.getByLabel("Energy, kWh");
  await energy.fill("0.5");
  await page.waitForTimeout(4_000);
  await expect(energy).toHaveValue("0.5");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Finish and charge" }).click();
  await expect(energy).toHaveValue("0.5");
});

test("the day shows each slot's places, and a booking is cancelled there with the fee said before", async ({
  page,
}) => {
  const station = await gateStation(page);
  const { number, owner, slot: booked } = await arrivalAt(page, station, 2);
  // Late in the evening the slot is tomorrow's.
  const date = calendarDay(new Date(booked.startsAt), "America/New_York");
  await page.goto(`/operator/day?stationId=${station.id}&date=${date}`);
  const slot = page.getByRole("listitem").filter({ hasText: owner }).first();
  await expect(slot.getByText("1 of 2 taken")).toBeVisible();
  await slot.getByRole("button", { name: `More for ${number}` }).click();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(
    openDialog(page).getByLabel("Charge the late cancellation fee of $3.00"),
  ).not.toBeChecked();
  await openDialog(page).getByLabel("Reason").fill("The transformer is being repaired.");
  await openDialog(page).getByRole("button", { name: "Cancel the booking" }).click();
  await expect(page.getByText(`${number} was cancelled.`)).toBeVisible();
  await expect(page.getByText(owner, { exact: true })).toBeHidden();
});

test("the station chosen on Today goes along to walk-ups and back, and stays on the device", async ({
  page,
}) => {
  await page.goto("/operator");
  const station = page.getByRole("combobox", { name: "Station" });
  const ids = await station
    .locator("option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const [all = "", first = "", second = ""] = ids;
  await station.selectOption(second);
  const nav = page.getByRole("navigation", { name: "Main" });
  await nav.getByRole("link", { name: "Walk-up" }).click();
  await expect(page.getByRole("heading", { name: "Walk-up", level: 1 })).toBeVisible();
  await expect(station).toHaveValue(second);
  await station.selectOption(first);
  await nav.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(station).toHaveValue(first);
  await page.goto("/operator/walk-up");
  await expect(station).toHaveValue(first);
  // An address that names one is asked for that one, and changes nothing that was chosen.
  await page.goto(`/operator/walk-up?stationId=${second}`);
  await expect(station).toHaveValue(second);
  await page.goto("/operator");
  await expect(station).toHaveValue(first);
  await station.selectOption(all);
  await page.reload();
  await expect(station).toHaveValue(all);
});

test("every target is a thumb wide and axe finds nothing, at both phone sizes, in both themes", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const station = await gateStation(page);
  const { id } = await chargingAt(page, station);
  await arrivalAt(page, station, 1);
  const pages = {
    Today: "/operator",
    "Today of one station": `/operator?stationId=${station.id}`,
    "the card": cardOf(id),
    "the form that finishes": cardOf(id, finish),
    "the day": `/operator/day?stationId=${station.id}`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await untilSettled(page);
    for (const size of [
      { width: 390, height: 844 },
      { width: 360, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await expectTargets(page, `${name} at ${size.width}`);
      await expectNoFaults(page, `${name} at ${size.width}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, `${name} at ${size.width} is wider than the phone`).toBeLessThanOrEqual(0);
    }
  }
});

import { expect, type Page, test } from "@playwright/test";
import { toBuffer } from "qrcode";

import { expectNoFaults } from "./axe";
import { browserWithCamera, phoneOf, phoneSize } from "./fake-camera";
import { arrivalAt, arrivalIn, chargingAt, gateStation, operator } from "./gate";
import { office, openDialog, ownStation } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";
import { expectTargets } from "./targets";

const small = { width: 360, height: 640 };

/** A heading of an answer. */
const answer = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

/** The scan page of the demo's operator, with the camera of the tests' usual browser, which is none. */
async function openScan(page: Page): Promise<void> {
  await comeAs(page, "operator");
  await page.goto("/operator/scan");
  await untilSettled(page);
}

/** A picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test("a code before the camera, to the receipt", async ({ page }) => {
  test.setTimeout(120_000);
  const station = await gateStation(page);
  const arrival = await arrivalAt(page, station);
  const browser = await browserWithCamera(arrival.token);
  try {
    const phone = await (await phoneOf(browser)).newPage();
    await openScan(phone);
    await expect(answer(phone, arrival.owner)).toBeVisible();
    await expect(phone.getByText(station.name)).toBeVisible();
    await phone.getByRole("radio", { name: "Connector 2, CCS 2 · 150 kW" }).check({ force: true });
    await phone.getByRole("button", { name: "Check in on connector 2" }).click();
    await expect(answer(phone, "Checked in")).toBeVisible();
    await expect(phone.getByText(`${arrival.owner} charges on connector 2.`)).toBeVisible();

    await phone.getByRole("link", { name: "Open the session" }).click();
    await phone.getByLabel("Add a note").fill("Cable was wet.");
    await phone.getByRole("button", { name: "Add note" }).click();
    await expect(phone.getByRole("listitem").filter({ hasText: "Cable was wet." })).toBeVisible();
    await phone
      .getByLabel("Take a photo")
      .setInputFiles({ name: "car.png", mimeType: "image/png", buffer: pixel });
    await expect(phone.getByRole("img", { name: /^Photo of/ })).toBeVisible();
    await phone.getByRole("button", { name: "Pause" }).click();
    await expect(phone.getByText(/^Paused since/)).toBeVisible();
    await phone.getByRole("button", { name: "Resume" }).click();
    await finish(phone, "0.5");
    await expect(phone.getByText(/R-[A-Z0-9]+-\d{4}-\d{6}/)).toBeVisible();
  } finally {
    await browser.close();
  }
});

async function finish(phone: Page, kWh: string): Promise<void> {
  await phone.getByRole("button", { name: "Finish and charge" }).click();
  await phone.getByLabel("Energy, kWh").fill(kWh);
  await phone.getByRole("button", { name: /^Finish · / }).click();
  const sure = phone.getByRole("button", { name: "Yes, finish" });
  await expect(sure.or(phone.getByText(/in all\. The place is free again/))).toBeVisible();
  if (await sure.isVisible()) await sure.click();
  await expect(phone.getByText(/in all\. The place is free again/)).toBeVisible();
}

test("a camera that is not allowed says how to allow it, and the code still works", async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  const station = await gateStation(page);
  const arrival = await arrivalAt(page, station);
  await openScan(page);
  await expect(page.getByText("The camera is not allowed")).toBeVisible();
  // Lower case, with a dash: as people type it.
  await type(page, `${arrival.code.slice(0, 4)}-${arrival.code.slice(4)}`.toLowerCase());
  await expect(answer(page, arrival.owner)).toBeVisible();
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(page, "Checked in")).toBeVisible();
});

test("a picture of a code is read, and one without a code says so", async ({ page }) => {
  const station = await gateStation(page);
  const arrival = await arrivalAt(page, station);
  await openScan(page);
  const picture = page.getByLabel("From a picture");
  await picture.setInputFiles({ name: "wall.png", mimeType: "image/png", buffer: pixel });
  await expect(page.getByText("There is no code in this picture.")).toBeVisible();
  const buffer = await toBuffer(arrival.token, { width: 700, margin: 4 });
  await picture.setInputFiles({ name: "code.png", mimeType: "image/png", buffer });
  await expect(answer(page, arrival.owner)).toBeVisible();
});

test("says exactly why not: too early, used, another station, canceled, not ours", async ({
  page,
}) => {
  const station = await gateStation(page);
  const [early, used, canceled] = [
    await arrivalAt(page, station, 3),
    await chargingAt(page, station),
    await arrivalAt(page, station, 1),
  ];
  const other = await ownStation(page, { defaultSlotMinutes: 15, approval: "Auto" });
  const elsewhere = await arrivalAt(page, other);
  await (
    await office(page)
  ).send("PUT", `/bookings/${canceled.id}/cancel`, { reason: "The power is out." });
  await openScan(page);
  const say = async (code: string, title: string, text: RegExp | string) => {
    await type(page, code);
    await expect(answer(page, title)).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
  };
  const next = () => page.getByRole("button", { name: "Scan the next" }).click();

  await say(
    early.code,
    "Too early",
    /Check-in opens (?:at|on .+,) \d\d:\d\d New York, in \d+ minutes\./,
  );
  await page.getByRole("button", { name: "Check in when it opens" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^Checks in by itself in \d+:\d\d$/);
  await page.getByRole("button", { name: "Do not wait" }).click();
  await page.getByRole("button", { name: "Back to the camera" }).click();

  await say(used.code, "Already used", /^.+ checked this code in at \d\d:\d\d New York\.$/);
  await page.getByRole("button", { name: "Let in all the same" }).click();
  await openDialog(page).getByRole("button", { name: "Let in" }).click();
  await expect(openDialog(page).getByText("Say why.")).toBeVisible();
  await openDialog(page).getByLabel("Reason").fill("The barrier closed before the car was in.");
  await openDialog(page).getByRole("button", { name: "Let in" }).click();
  await expect(answer(page, "Checked in")).toBeVisible();
  await next();

  await say(elsewhere.code, "Another station", `This booking is for ${other.name}.`);
  await next();
  await say(canceled.code, "Cancelled", /This booking was cancelled/);
  await next();
  await say("ZZZZ-9999", "No booking has this code", /letter by letter/);
  // No dead end: what was typed is put right here, or the booking is found by what the driver says.
  await expect(page.getByLabel("Code", { exact: true })).toHaveValue("ZZZZ9999");
  await expect(page.getByRole("link", { name: "Find the booking by name or plate" })).toBeVisible();
  await say(canceled.code, "Cancelled", /This booking was cancelled/);
  await next();
  await type(page, "12345");
  await expect(page.getByText("Type the 8 characters under the driver’s code.")).toBeVisible();
});

test("what opens in a moment is waited for, and then checked in by itself", async ({ page }) => {
  test.setTimeout(150_000);
  const station = await gateStation(page);
  const [slot] = station.slots.filter(({ startsAt }) => Date.parse(startsAt) > Date.now() + 90_000);
  if (!slot) throw new Error("There is no slot.");
  // The window opens with the next full minute, or the one after it.
  const minutes = Math.floor((Date.parse(slot.startsAt) - Date.now() - 15_000) / 60_000);
  await (
    await office(page)
  ).send("PUT", "/settings", {
    scope: "Station",
    stationId: station.id,
    values: { checkInBeforeMinutes: minutes },
  });
  const arrival = await arrivalIn(page, station, slot);
  await openScan(page);
  await type(page, arrival.code);
  await expect(answer(page, "Too early")).toBeVisible();
  await page.getByRole("button", { name: "Check in when it opens" }).click();
  await expect(answer(page, "Checked in")).toBeVisible({ timeout: 90_000 });
});

test("a place for a car without a booking, in three taps; the same car twice is one", async ({
  page,
}) => {
  const station = await stationWithRunningSlot(page);
  const plate = `KTR ${String(Date.now()).slice(-5)}`;
  await comeAs(page, "operator");
  await page.goto("/operator");
  await page.getByRole("link", { name: "Walk-up" }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Walk-up" })).toBeVisible();
  await page.getByLabel("Station").selectOption({ label: station.name });
  await page.getByLabel("Number plate").fill(plate);
  await page.getByRole("button", { name: "Give a place" }).click();
  await expect(answer(page, /^Connector \d+$/)).toBeVisible();
  await expect(page.getByText(plate)).toBeVisible();
  await page.getByRole("button", { name: "Another car" }).click();

  await page.getByLabel("Number plate").fill(plate.replace(" ", "-").toLowerCase());
  await page.getByRole("button", { name: "Give a place" }).click();
  await expect(page.getByText("A car with this plate is charging here already")).toBeVisible();
  await page.getByText("ID number").click();
  await page.getByRole("button", { name: "Give a place" }).click();
  await expect(page.getByText("Type the driver’s identity number.")).toBeVisible();
  // Each field keeps its own text.
  const turnTo = (name: string) =>
    page.getByRole("group", { name: "Known by" }).getByText(name).click();
  await turnTo("Plate");
  await expect(page.getByLabel("Number plate")).toHaveValue(plate.replace(" ", "-").toLowerCase());
});

/** One of the demo's stations of the operator with a free place just now: fresh stations have no slot that runs. */
async function stationWithRunningSlot(page: Page): Promise<{ name: string }> {
  const api = await operator(page);
  const { operatorStationIds } = await api.get<{ operatorStationIds: string[] }>("/auth/me");
  for (const id of operatorStationIds) {
    const { name } = await api.get<{ name: string }>(`/stations/${id}`);
    const [now, date] = [
      new Date().toISOString(),
      new Date().toLocaleDateString("en-CA", { timeZone: "America/New_York" }),
    ];
    const { slots } = await api.get<{
      slots: {
        startsAt: string;
        endsAt: string;
        remaining: number;
        groups: unknown[];
        byStatus: { Approved?: number };
      }[];
    }>(`/bookings/daily-capacity?stationId=${id}&date=${date}`);
    const running = slots.find((slot) => slot.startsAt <= now && slot.endsAt > now);
    // Of one kind, elsewhere whoever stands there says which plug fits; and nobody's place who is still to come.
    const isFree = running && running.remaining > 0 && !running.byStatus.Approved;
    if (isFree && running.groups.length === 1) {
      // Towards the end of an hour the place would be kept for whoever is booked in the next one.
      const values = { reserveLeadMinutes: 0 };
      await (await office(page)).send("PUT", "/settings", { stationId: id, values });
      return { name };
    }
  }
  throw new Error("No station of the demo's operator has a free place now.");
}

test("the shift is there to hand on: who came, what was taken, what is left", async ({ page }) => {
  const station = await gateStation(page);
  const { id } = await chargingAt(page, station);
  const api = await operator(page);
  await api.send("POST", "/sessions/finalize", {
    bookingId: id,
    kWh: 0.5,
    payment: { mode: "cash" },
  });
  await comeAs(page, "operator");
  await page.goto(`/operator/shift?stationId=${station.id}`);
  await expect(page.getByRole("term").filter({ hasText: "Checked in" })).toBeVisible();
  const taken = page.getByRole("row", { name: /You, cash/ });
  await expect(taken.getByRole("cell", { name: "$0.22" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("every target is a thumb wide and axe finds nothing, at both phone sizes, in both themes", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const station = await gateStation(page);
  const [arrival, early] = [await arrivalAt(page, station), await arrivalAt(page, station, 3)];
  await comeAs(page, "operator");
  const look = async (name: string) => {
    for (const size of [phoneSize, small]) {
      await page.setViewportSize(size);
      await expectTargets(page, `${name} at ${size.width}`);
      await expectNoFaults(page, `${name} at ${size.width}`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over, `${name} at ${size.width} is wider than the phone`).toBeLessThanOrEqual(0);
    }
  };
  const scan = async (code: string) => {
    await page.goto("/operator/scan");
    await untilSettled(page);
    await type(page, code);
    await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  };
  await openScan(page);
  await untilSettled(page);
  await look("the scanner");
  await scan(arrival.code);
  await look("a driver who may come in");
  await scan(early.code);
  await look("a driver who is early");
  await scan("ZZZZ9999");
  await look("a code of nobody");
  await page.goto(`/operator/walk-up?stationId=${station.id}`);
  await untilSettled(page);
  await look("a walk-up");
  await page.goto("/operator/shift");
  await untilSettled(page);
  await look("the shift");
});

import { expect, type Page, test } from "@playwright/test";

import { bookAt, office, openDialog, ownStation, tabTo } from "./office";
import { signIn } from "./people";

const soon = 30;

test("the office approves and rejects with the keyboard alone", async ({ page }) => {
  const station = await ownStation(page);
  const [slot, other] = station.slots.slice(soon);
  if (!slot || !other) throw new Error("no slots");
  const first = await bookAt(page, station.id, slot);
  const second = await bookAt(page, station.id, other);
  await signIn(page, "backoffice");
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  await tabTo(page, page.getByRole("button", { name: `Approve ${first.number}` }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${first.number} was approved.`)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(first.number) })).toContainText("Approved");

  await tabTo(page, page.getByRole("button", { name: `Reject ${second.number}` }));
  await page.keyboard.press("Enter");
  const dialog = openDialog(page);
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByLabel("Reason"));
  await page.keyboard.type("The street is closed that day.");
  await tabTo(page, dialog.getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${second.number} was rejected.`)).toBeVisible();
  await page.getByRole("link", { name: second.number }).click();
  await expect(page.getByText("The street is closed that day.").first()).toBeVisible();
});

test("a table of bookings is filtered, shared by its address, and exported as it stands", async ({
  page,
}) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number, nic } = await bookAt(page, station.id, slot);
  await signIn(page, "backoffice");
  await page.goto("/backoffice/bookings");
  await page.getByRole("searchbox", { name: "Booking number or NIC" }).fill(nic);
  await expect(page).toHaveURL(new RegExp(`search=${nic}`));
  await expect(page.getByRole("row")).toHaveCount(2);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const text = await (await file).createReadStream().then(async (stream) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString("utf8");
  });
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(text).toContain(number);
});

test("a booking made elsewhere appears on an open table within two seconds", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  await signIn(page, "backoffice");
  const listening = page.waitForResponse(/\/api\/live/);
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  await expect(page.getByText("No bookings here")).toBeVisible();
  await listening;
  const { number } = await bookAt(page, station.id, slot);
  await expect(page.getByRole("link", { name: number })).toBeVisible({ timeout: 2_000 });
});

test("two browsers on two web processes see each other's decision within two seconds", async ({
  page,
  browser,
}) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  const elsewhere = await browser.newContext({
    baseURL: process.env.SECOND_URL ?? process.env.BASE_URL,
  });
  const other = await elsewhere.newPage();
  for (const one of [page, other]) {
    await signIn(one, "backoffice");
    const listening = one.waitForResponse(/\/api\/live/);
    await one.goto(`/backoffice/bookings?stationId=${station.id}`);
    await listening;
  }
  expect(new URL(other.url()).port === new URL(page.url()).port).toBe(!process.env.SECOND_URL);
  await page.getByRole("button", { name: `Approve ${number}` }).click();
  const row = (on: Page) => on.getByRole("row", { name: new RegExp(number) });
  await expect(row(page)).toContainText("Approved");
  await expect(row(other)).toContainText("Approved", { timeout: 2_000 });
  await other.getByRole("button", { name: `Cancel ${number}` }).click();
  await openDialog(other).getByLabel("Reason").fill("Closed for works.");
  await openDialog(other).getByRole("button", { name: "Cancel the booking" }).click();
  await expect(row(other)).toContainText("Cancelled by office");
  await expect(row(page)).toContainText("Cancelled by office", { timeout: 2_000 });
  await elsewhere.close();
});

test("a booking in conflict is moved from the list of conflicts", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  const api = await office(page);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  const open = [{ start: "00:00", end: "24:00" }];
  await api.send("PUT", `/stations/${station.id}/schedule`, {
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
    exceptions: [{ date: day, closed: true }],
  });
  await signIn(page, "backoffice");
  await page.goto(`/backoffice/conflicts?station=${station.id}`);
  await expect(page.getByText("not open for all of this time")).toBeVisible();
  await page.getByRole("button", { name: "Move" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("Reason").fill("Closed for works.");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`)).toBeVisible();
  await expect(page.getByText("No conflicts")).toBeVisible();
  const moved = await api.get<{ conflict: unknown; startsAt: string }>(`/bookings/${id}`);
  expect(moved.conflict).toBeNull();
  expect(moved.startsAt).not.toBe(slot.startsAt);
});

test("a day shows who comes when, and opens a booking to decide", async ({ page, isMobile }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number, owner } = await bookAt(page, station.id, slot);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await signIn(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const narrow = isMobile || (page.viewportSize()?.width ?? 0) < 640;
  if (narrow) {
    await expect(page.getByRole("link", { name: number })).toBeVisible();
    return;
  }
  const panel = openDialog(page);
  // The timeline is there before its script is.
  await expect(async () => {
    await page.getByRole("button", { name: new RegExp(`${owner}.*${number}`) }).focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(`${number} was approved.`)).toBeVisible();
  await expect(panel.getByText("Approved", { exact: true })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Approve" })).toHaveCount(0);
});

test("a booking in conflict is dragged to another hour, one without is left where it is", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "A phone has the day as a list.");
  const station = await ownStation(page);
  const [slot, other] = station.slots.slice(soon);
  if (!slot || !other) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  const api = await office(page);
  const clock = (at: string, format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", ...format }).format(
      new Date(at),
    );
  const day = clock(slot.startsAt, {});
  const hour = Number(clock(slot.startsAt, { hour: "2-digit", hourCycle: "h23" }));
  const pad = (at: number) => `${String(at).padStart(2, "0")}:00`;
  const open = [{ start: "00:00", end: "24:00" }];
  await api.send("PUT", `/stations/${station.id}/schedule`, {
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
    exceptions: [
      {
        date: day,
        windows: [
          { start: "00:00", end: pad(hour) },
          { start: pad(hour + 1), end: "24:00" },
        ].filter(({ start, end }) => start !== end),
      },
    ],
  });
  await signIn(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const panel = openDialog(page);
  const hours = hour < 20 ? 2 : -2;
  await expect(async () => {
    await dragBy(page, number, hours);
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Move" }).click();
  const asked = openDialog(page).last();
  await asked.getByLabel("Reason").fill("Closed for an hour.");
  await asked.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`)).toBeVisible();
  const wanted = Date.parse(slot.startsAt) + hours * 3_600_000;
  const moved = await api.get<{ startsAt: string; conflict: unknown }>(`/bookings/${id}`);
  expect(Date.parse(moved.startsAt)).toBe(wanted);
  expect(moved.conflict).toBeNull();

  await page.reload();
  await expect(async () => {
    await dragBy(page, number, -hours);
    await expect(page.getByText(/Only bookings in conflict/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

/** Drags a booking's block along the day. */
async function dragBy(page: Page, number: string, hours: number): Promise<void> {
  const timeline = page.locator("[data-day]");
  const block = timeline.getByRole("button", { name: new RegExp(number) });
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  const day = await timeline.boundingBox();
  if (!box || !day) throw new Error("no block");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (day.width / 24) * hours, y, { steps: 6 });
  await page.mouse.up();
}

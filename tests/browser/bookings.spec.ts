import { expect, type Locator, type Page, test } from "@playwright/test";

import { bookAt, office, openDialog, ownStation, tabTo } from "./office";
import { startAnother } from "../support/another-site";
import { comeAs } from "./people";

const soon = 30;

test("a table of bookings is filtered, shared by its address, and exported as it stands", async ({
  page,
}) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number, nic } = await bookAt(page, station.id, slot);
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/bookings");
  await page.getByRole("searchbox", { name: "Number, plate, name, phone or email" }).fill(nic);
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

test("a booking made elsewhere appears on an open table by itself", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  await comeAs(page, "backoffice");
  const listening = page.waitForResponse(/\/api\/live/);
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  await expect(page.getByText("No bookings here")).toBeVisible();
  await listening;
  const { number } = await bookAt(page, station.id, slot);
  await expect(page.getByRole("link", { name: number })).toBeVisible({ timeout: 8_000 });
});

test("two browsers on two web processes see each other's decision by themselves", async ({
  page,
  browser,
  isMobile,
}) => {
  test.skip(isMobile, "What two processes tell each other is the same at every width.");
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  const second = await startAnother();
  const elsewhere = await browser.newContext({ baseURL: second.url });
  const other = await elsewhere.newPage();
  for (const one of [page, other]) {
    await comeAs(one, "backoffice");
    const listening = one.waitForResponse(/\/api\/live/);
    await one.goto(`/backoffice/bookings?stationId=${station.id}`);
    await listening;
  }
  expect(new URL(other.url()).port).not.toBe(new URL(page.url()).port);
  await page.getByRole("button", { name: `Approve ${number}` }).click();
  // It is sent when it can no longer be taken back.
  await expect(page.getByText(`${number} was approved.`)).toBeVisible();
  const row = (on: Page) => on.getByRole("row", { name: new RegExp(number) });
  await expect(row(page)).toContainText("Approved");
  await expect(row(other)).toContainText("Approved", { timeout: 8_000 });
  await other.getByRole("button", { name: `More for ${number}` }).click();
  await other.getByRole("button", { name: "Cancel booking" }).click();
  await openDialog(other).getByLabel("Reason").fill("Closed for works.");
  await openDialog(other).getByRole("button", { name: "Cancel the booking" }).click();
  await expect(row(other)).toContainText("Cancelled by office");
  await expect(row(page)).toContainText("Cancelled by office", { timeout: 8_000 });
  await elsewhere.close();
  await second.stop();
});

/** Closes the station on the day of a slot, so that what is booked in it no longer fits. */
async function closeOn(page: Page, stationId: string, startsAt: string): Promise<string> {
  const api = await office(page);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(startsAt),
  );
  const open = [{ start: "00:00", end: "24:00" }];
  await api.send("PUT", `/stations/${stationId}/schedule`, {
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
    exceptions: [{ date: day, closed: true }],
  });
  return day;
}

test("a booking in conflict is moved from the list of conflicts", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  await closeOn(page, station.id, slot.startsAt);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/conflicts?station=${station.id}`);
  await expect(page.getByText("not open for all of this time")).toBeVisible();
  // Whose it is leads to who they are, and where there is a place at its time is said (screens.md, S30).
  const ownerPage = page.getByRole("article").locator("a[href*='/backoffice/owners/']");
  await expect(ownerPage).toHaveAttribute("href", /owners\/[\da-f-]{36}$/);
  await page.getByRole("button", { name: "Move" }).click();
  const dialog = openDialog(page);
  await dialog.getByText(/free at the booked time$/).click();
  const elsewhere = dialog.locator("a[href*='/book?startsAt=']").first();
  await expect(elsewhere).toBeVisible();
  await expect(elsewhere).not.toHaveAttribute("href", new RegExp(station.id));
  await dialog.getByLabel("Reason").fill("Closed for works.");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`)).toBeVisible();
  await expect(page.getByText("No conflicts")).toBeVisible();
  const api = await office(page);
  const moved = await api.get<{ conflict: unknown; startsAt: string }>(`/bookings/${id}`);
  expect(moved.conflict).toBeNull();
  expect(moved.startsAt).not.toBe(slot.startsAt);
});

test("a booking in conflict that waits is rejected from the list of conflicts, by keyboard", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "A phone has no keyboard.");
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  await closeOn(page, station.id, slot.startsAt);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/conflicts?station=${station.id}`);
  await tabTo(page, page.getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await giveReason(page, openDialog(page), "Reject");
  await expect(page.getByText(`${number} was rejected.`)).toBeVisible();
  await expect(page.getByText("No conflicts")).toBeVisible();
  const api = await office(page);
  expect(await api.get(`/bookings/${id}`)).toMatchObject({
    status: "Rejected",
    conflict: null,
  });
});

test("a booking in conflict is moved from the day's list, on a phone as well", async ({ page }) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { id, number } = await bookAt(page, station.id, slot);
  const day = await closeOn(page, station.id, slot.startsAt);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const list = page.getByRole("list", { name: "Bookings of the day" });
  await list.getByRole("button", { name: "Move" }).click();
  await openDialog(page).getByLabel("Reason").fill("Closed for works.");
  await openDialog(page).getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`)).toBeVisible();
  const api = await office(page);
  const moved = await api.get<{ startsAt: string }>(`/bookings/${id}`);
  expect(moved.startsAt).not.toBe(slot.startsAt);
});

test("a day shows all stations, finds one, and opens a booking to decide", async ({
  page,
  isMobile,
}) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number, owner } = await bookAt(page, station.id, slot);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/day?date=${day}`);
  await page.getByRole("searchbox", { name: "Station or address" }).fill(station.name);
  await expect(page).toHaveURL(/search=Test/);
  const own = page.getByRole("link", { name: station.name });
  const narrow = isMobile || (page.viewportSize()?.width ?? 0) < 640;
  if (narrow) {
    const list = page.getByRole("list", { name: `Booked at ${station.name}` });
    await expect(list.getByRole("link", { name: number })).toBeVisible();
    await own.click();
    await expect(page.getByRole("list", { name: "Bookings of the day" })).toContainText(number);
    return;
  }
  const panel = openDialog(page);
  // The timeline is there before its script is.
  await expect(async () => {
    await page.getByRole("button", { name: new RegExp(`${owner}.*${number}`) }).focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(`${number} was approved.`)).toBeVisible();
  await expect(panel.getByText("Approved", { exact: true })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await own.click();
  await expect(page.getByRole("list", { name: "Bookings of the day" })).toContainText(number);
  await page.getByRole("combobox", { name: /^Station/ }).selectOption("All stations");
  await expect(page.getByRole("region", { name: /by station and hour$/ })).toBeVisible();
});

test("the day's panel approves, rejects and cancels by keyboard", async ({ page, isMobile }) => {
  test.skip(isMobile, "A phone has the day as a list.");
  const station = await ownStation(page);
  const api = await office(page);
  const at = station.slots.findIndex(({ startsAt }) => {
    const zone = { timeZone: "America/New_York", hour: "numeric", hourCycle: "h23" } as const;
    // Three in a row, of the same day.
    return (
      Date.parse(startsAt) > Date.parse(station.slots[soon]?.startsAt ?? "") &&
      new Intl.DateTimeFormat("en", zone).format(new Date(startsAt)) === "10"
    );
  });
  const [first, second, third] = station.slots.slice(at);
  if (!first || !second || !third) throw new Error("no slots");
  const kept = await bookAt(page, station.id, first);
  const rejected = await bookAt(page, station.id, second);
  const canceled = await bookAt(page, station.id, third);
  await api.send("PUT", `/bookings/${canceled.id}/approve`, {});
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(first.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const timeline = page.getByRole("region", { name: "The day’s bookings by place and hour" });
  await expect(timeline.getByText("10:00 to 11:00: 1 of 2 free")).toBeAttached();
  const panel = openDialog(page).first();
  const openPanel = async (number: string) => {
    await tabTo(page, timeline.getByRole("button", { name: new RegExp(number) }));
    await page.keyboard.press("Enter");
    await expect(panel.getByText(number)).toBeVisible();
  };
  const press = async (name: string) => {
    await tabTo(page, panel.getByRole("button", { name, exact: true }));
    await page.keyboard.press("Enter");
  };
  const statusOf = async ({ id }: { id: string }) =>
    (await api.get<{ status: string }>(`/bookings/${id}`)).status;

  await openPanel(kept.number);
  await press("Approve");
  await expect(page.getByText(`${kept.number} was approved.`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  expect(await statusOf(kept)).toBe("Approved");

  await openPanel(rejected.number);
  await press("Reject");
  await giveReason(page, openDialog(page).last(), "Reject");
  await expect(page.getByText(`${rejected.number} was rejected.`)).toBeVisible();
  expect(await statusOf(rejected)).toBe("Rejected");

  // What is rejected is no longer of the day, and its panel has gone with it.
  await expect(panel).toHaveCount(0);
  await openPanel(canceled.number);
  await press("Cancel booking");
  await giveReason(page, openDialog(page).last(), "Cancel the booking");
  await expect(page.getByText(`${canceled.number} was cancelled.`)).toBeVisible();
  expect(await statusOf(canceled)).toBe("CanceledByBackoffice");
  await expect(timeline.getByText("11:00 to 12:00: 2 of 2 free")).toBeAttached();
});

test("a booking is dragged to another hour, in conflict or not", async ({ page, isMobile }) => {
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
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const panel = openDialog(page);
  const hours = hour < 20 ? 2 : -2;
  await expect(async () => {
    await dragBy(page, number, hours);
    await expect(panel).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Move" }).click();
  const asked = openDialog(page).last();
  // What is chosen to begin with is in sight, however many times come before it.
  await expect(asked.locator("label:has(input:checked)").last()).toBeInViewport();
  await asked.getByLabel("Reason").fill("Closed for an hour.");
  await asked.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`)).toBeVisible();
  const wanted = Date.parse(slot.startsAt) + hours * 3_600_000;
  const moved = await api.get<{ startsAt: string; conflict: unknown }>(`/bookings/${id}`);
  expect(Date.parse(moved.startsAt)).toBe(wanted);
  expect(moved.conflict).toBeNull();

  // One that is approved and fits where it is is moved in the same way, as on its own page (S13).
  await api.send("PUT", `/bookings/${id}/approve`, {});
  await page.reload();
  const further = Math.sign(hours);
  await expect(async () => {
    await dragBy(page, number, further);
    await expect(panel).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Move" }).click();
  await asked.getByLabel("Reason").fill("Its driver asked for it.");
  await asked.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(`${number} was moved.`).last()).toBeVisible();
  await expect
    .poll(async () => Date.parse((await api.get<{ startsAt: string }>(`/bookings/${id}`)).startsAt))
    .toBe(wanted + further * 3_600_000);
});

test("a drag that stays at the day's edge scrolls it", async ({ page, isMobile }) => {
  test.skip(isMobile, "A phone has the day as a list.");
  const station = await ownStation(page);
  const [slot] = station.slots.slice(soon);
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(
    new Date(slot.startsAt),
  );
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/day?station=${station.id}&date=${day}`);
  const frame = page.getByRole("region", { name: "The day’s bookings by place and hour" });
  const block = frame.getByRole("button", { name: new RegExp(number) });
  await block.scrollIntoViewIfNeeded();
  const [box, edges] = [await block.boundingBox(), await frame.boundingBox()];
  if (!box || !edges) throw new Error("no block");
  const scrolled = () => frame.evaluate((element) => element.scrollLeft);
  const isLate = (await scrolled()) > 0;
  const before = await scrolled();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(isLate ? edges.x + 60 : edges.x + edges.width - 20, y, { steps: 6 });
  await expect
    .poll(async () => ((await scrolled()) - before) * (isLate ? -1 : 1))
    .toBeGreaterThan(40);
  const { x } = (await block.boundingBox()) ?? { x: Number.NaN };
  expect(x, "the block stays under the pointer").toBeGreaterThan(edges.x - box.width);
  expect(x).toBeLessThan(edges.x + edges.width);
  await page.mouse.up();
});

/** Types a reason and confirms, with the keyboard alone. */
async function giveReason(page: Page, dialog: Locator, confirm: string): Promise<void> {
  await tabTo(page, dialog.getByLabel("Reason"));
  await page.keyboard.type("Closed for works.");
  await tabTo(page, dialog.getByRole("button", { name: confirm, exact: true }));
  await page.keyboard.press("Enter");
}

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

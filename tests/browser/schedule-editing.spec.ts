import { expect, type Page, test } from "@playwright/test";

import { bookAt, type Client, office, openDialog, ownStation, tabTo } from "./office";
import { comeAs } from "./people";

type Windows = { start: string; end: string }[];

interface Schedule {
  readonly weekly: Record<string, Windows>;
  readonly exceptions: { date: string; closed: boolean; windows: Windows }[];
  readonly capacityOverrides: { date: string; connectors: number }[];
}

const scheduleOf = (api: Client, stationId: string) =>
  api.get<Schedule>(`/stations/${stationId}/schedule`);

async function openSchedule(page: Page, stationId: string): Promise<void> {
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${stationId}/schedule`);
  await expect(page.getByRole("textbox", { name: "Mon, from" })).toBeVisible();
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const saved = (page: Page) =>
  expect(page.getByText("The opening hours were saved.").first()).toBeVisible();
const from = (page: Page, day: string) => page.getByRole("textbox", { name: `${day}, from` });

/** A date of the station's calendar, so many days from now. */
const dateIn = (days: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York" }).format(
    Date.now() + days * 86_400_000,
  );

/** Three dates to come, one after the other, that the calendar shows in one month. */
function threeDates(): [string, string, string] {
  const monthOf = (days: number) => dateIn(days).slice(0, 7);
  const from = [1, 2, 3].find((days) => monthOf(days) === monthOf(days + 2)) ?? 1;
  return [dateIn(from), dateIn(from + 1), dateIn(from + 2)];
}

/** Opens a date in the calendar, in its month, which lies before or after the one that is shown. */
async function openDate(page: Page, date: string): Promise<void> {
  const button = page.locator(`button[data-date="${date}"]`);
  if ((await button.count()) === 0) {
    const shown = await page.locator("button[data-date]").first().getAttribute("data-date");
    const way = (shown ?? "") < date ? "after" : "before";
    await page.getByRole("button", { name: `The month ${way}` }).click();
  }
  await button.click();
}

test("with the keyboard alone one date gets hours of its own", async ({ page }) => {
  // Tab by Tab through the whole page, more than once.
  test.setTimeout(90_000);
  const station = await ownStation(page);
  const api = await office(page);
  await openSchedule(page, station.id);
  const dates = page.locator("button[data-date]");
  const first = (await dates.first().getAttribute("data-date")) ?? "";
  const date = new Date(Date.parse(first) + 42 * 86_400_000).toISOString().slice(0, 10);
  // Past the week and its controls.
  await tabTo(page, page.getByRole("link", { name: "Go to dates that differ" }));
  await page.keyboard.press("Enter");
  expect(await tabTo(page, dates.first())).toBeLessThanOrEqual(4);
  // Six weeks on, over the end of the month.
  for (let weeks = 0; weeks < 6; weeks += 1) {
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("button[data-date]:focus")).toBeVisible();
  }
  await expect(page.locator("button[data-date]:focus")).toHaveAttribute("data-date", date);
  await page.keyboard.press("Enter");
  const hours = page.getByLabel("Hours", { exact: true });
  await expect(hours).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(hours).toHaveValue("other");

  const list = page.locator(`[data-windows="${date}"]`);
  const start = list.getByRole("textbox", { name: /, from$/ });
  await tabTo(page, list.getByRole("button", { name: /remove the window/ }));
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button", { name: /add hours$/i })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(start).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("09:30");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("12:00");
  await tabTo(page, list.getByRole("button", { name: /add hours$/i }));
  await page.keyboard.press("Enter");
  await expect(start.nth(1)).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Back to the calendar" }));
  await page.keyboard.press("Enter");
  await expect(page.locator(`button[data-date="${date}"]`)).toBeFocused();
  await expect(page.locator(`button[data-date="${date}"]`)).toContainText("Other hours");

  await tabTo(page, page.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await saved(page);
  const { exceptions } = await scheduleOf(api, station.id);
  const windows = [
    { start: "09:30", end: "12:00" },
    { start: "13:00", end: "15:00" },
  ];
  expect(exceptions).toEqual([{ date, closed: false, windows }]);
});

test("removing a window leaves the keyboard where one can go on", async ({ page }) => {
  const station = await ownStation(page);
  await openSchedule(page, station.id);
  if ((page.viewportSize()?.width ?? 0) >= 768) {
    await page.getByRole("button", { name: "Tue, open 00:00–24:00" }).focus();
    await page.keyboard.press("Delete");
    await expect(page.getByRole("button", { name: "Tue, open a window" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Tue, open 08:00–18:00" })).toBeFocused();
  }
  const add = page.getByRole("button", { name: /^Mon, .*add hours$/i });
  await page.getByRole("button", { name: "Mon, remove the window from 00:00" }).focus();
  await page.keyboard.press("Enter");
  await expect(add).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(from(page, "Mon")).toBeFocused();
  await add.click();
  await page.getByRole("button", { name: "Mon, remove the window" }).nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Mon, remove the window" })).toBeFocused();
});

test("a preview says how many places an override leaves, and how many there were", async ({
  page,
}) => {
  const station = await ownStation(page);
  await openSchedule(page, station.id);
  const [fewer, closed] = [dateIn(3), dateIn(4)];
  await openDate(page, fewer);
  await page.getByLabel("Connectors that day").fill("1");
  await openDate(page, closed);
  await page.getByLabel("Hours", { exact: true }).selectOption("closed");
  await page.getByRole("button", { name: "Show preview" }).click();
  const day = (date: string) => page.locator(`[data-preview-day="${date}"]`);
  await expect(day(fewer)).toContainText(/1 place.*was 2/);
  await expect(day(closed)).toContainText("no longer open");
  await expect(day(dateIn(5))).toContainText("2 places");
  await expect(day(dateIn(5))).not.toContainText("was");
});

test("saving asks where bookings would be in conflict, once", async ({ page }) => {
  const station = await ownStation(page);
  const api = await office(page);
  const slot = station.slots[30];
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  await openSchedule(page, station.id);
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) {
    await page.getByRole("button", { name: `${day}, remove the window from 00:00` }).click();
  }
  await save(page);
  const dialog = openDialog(page);
  await expect(dialog.getByRole("heading")).toHaveText("1 booking would be in conflict");
  await expect(dialog).toContainText(number);
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByText("There are changes that are not saved.")).toBeVisible();
  expect((await scheduleOf(api, station.id)).weekly.mon).toHaveLength(1);

  await save(page);
  await dialog.getByRole("button", { name: "Save all the same" }).click();
  await saved(page);
  expect((await scheduleOf(api, station.id)).weekly.mon).toEqual([]);
  const flagged = await api.get<{ number: string }[]>(`/stations/${station.id}/conflicts`);
  expect(flagged).toMatchObject([{ number }]);

  // Whoever waits for a decision already is no reason to ask again.
  await openDate(page, dateIn(20));
  await page.getByLabel("Hours", { exact: true }).selectOption("closed");
  await save(page);
  await expect(page.getByText("No changes.")).toBeVisible();
  expect((await scheduleOf(api, station.id)).exceptions).toHaveLength(1);
});

test("two who edit one schedule hear of each other, and neither undoes the other", async ({
  page,
  context,
}) => {
  const station = await ownStation(page);
  const api = await office(page);
  await openSchedule(page, station.id);
  const other = await context.newPage();
  // The second does not hear what happens meanwhile.
  await other.route(/\/api\/live/, (route) => route.abort());
  await other.goto(page.url());
  await from(page, "Tue").fill("07:00");
  await from(other, "Mon").fill("06:00");
  await from(other, "Wed").fill("05:00");
  await save(other);
  await saved(other);

  await expect(page.getByText("Somebody else changed the opening hours")).toBeVisible();
  await expect(from(page, "Mon")).toHaveValue("06:00");
  await expect(from(page, "Tue")).toHaveValue("07:00");
  await from(page, "Wed").fill("04:00");
  await save(page);
  await saved(page);

  await from(other, "Wed").fill("03:00");
  await save(other);
  await expect(other.getByText("You both changed Wed", { exact: false })).toBeVisible();
  await expect(from(other, "Wed")).toHaveValue("03:00");
  await expect(from(other, "Tue")).toHaveValue("07:00");
  expect((await scheduleOf(api, station.id)).weekly.wed).toMatchObject([{ start: "04:00" }]);
  await save(other);
  await expect(other.getByText("No changes.")).toBeVisible();
  const { weekly } = await scheduleOf(api, station.id);
  expect([weekly.mon, weekly.tue, weekly.wed].map((day) => day?.[0]?.start)).toEqual([
    "06:00",
    "07:00",
    "03:00",
  ]);
});

test("what cannot be sent stays as it was typed, and goes when the line is back", async ({
  page,
  context,
}) => {
  const station = await ownStation(page);
  const api = await office(page);
  await openSchedule(page, station.id);
  await from(page, "Mon").fill("06:00");
  await context.setOffline(true);
  await save(page);
  await expect(page.getByText("This could not be sent.", { exact: false })).toBeVisible();
  await expect(from(page, "Mon")).toHaveValue("06:00");
  await context.setOffline(false);
  await save(page);
  await saved(page);
  expect((await scheduleOf(api, station.id)).weekly.mon).toMatchObject([{ start: "06:00" }]);
});

test("what is wrong with a date is said at its fields, and the date opens for it", async ({
  page,
}) => {
  const station = await ownStation(page);
  await openSchedule(page, station.id);
  const [first, second, third] = threeDates();
  await openDate(page, second);
  const places = page.getByLabel("Connectors that day");
  await places.fill("1.5");
  await openDate(page, third);
  await page.getByLabel("Hours", { exact: true }).selectOption("other");
  await page.locator(`[data-windows="${third}"]`).getByRole("textbox").first().fill("eight");
  await openDate(page, first);
  await save(page);
  const start = page.locator(`[data-windows="${third}"]`).getByRole("textbox").first();
  await expect(start).toBeFocused();
  await expect(start).toHaveAccessibleDescription("Write a time such as 08:00.");
  const wrong = page.locator(`button[data-date="${second}"]`);
  await expect(wrong).toHaveAccessibleName(/to be corrected$/);
  await openDate(page, second);
  await expect(places).toHaveValue("1.5");
  await expect(places).toHaveAccessibleDescription(/Use a whole number/);
  await places.fill("1");
  await expect(wrong).not.toHaveAccessibleName(/to be corrected$/);
  await expect(page.locator(`button[data-date="${third}"]`)).toHaveAccessibleName(
    /to be corrected$/,
  );
});

test("a preview that is shown hears of a booking that arrives", async ({ page }) => {
  const station = await ownStation(page);
  const slot = station.slots[30];
  if (!slot) throw new Error("no slots");
  await openSchedule(page, station.id);
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) {
    await page.getByRole("button", { name: `${day}, remove the window from 00:00` }).click();
  }
  await page.getByRole("button", { name: "Show preview" }).click();
  await expect(page.getByText("Every booking keeps its place.")).toBeVisible();
  const { number } = await bookAt(page, station.id, slot);
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByText("There are changes that are not saved.")).toBeVisible();
});

test("maintenance shows what it takes before it is saved, and where a date is missing", async ({
  page,
}) => {
  const station = await ownStation(page);
  const slot = station.slots[40];
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  const local = (at: string) =>
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "short",
    })
      .format(new Date(at))
      .replace(" ", "T");
  await openSchedule(page, station.id);
  await page.getByRole("button", { name: "Add maintenance" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("Until").fill(local(slot.endsAt));
  await dialog.getByLabel("Reason").fill("New cable");
  await dialog.getByRole("button", { name: "Add maintenance" }).click();
  await expect(dialog.getByLabel("From")).toHaveAccessibleDescription("Give a date and a time.");
  await dialog.getByLabel("From").fill(local(slot.startsAt));
  await expect(dialog).toContainText(/1 place, 0 left.*was 2/);
  await expect(dialog).not.toContainText("in conflict");
  await dialog.getByLabel("Connectors").fill("2");
  await expect(dialog).toContainText("1 booking would be in conflict");
  await expect(dialog).toContainText(number);
  await expect(dialog).toContainText(/0 places, 0 left.*was 2/);
});

test("S17: what is not saved is not lost by the browser's Back, by a link or by the palette without a question", async ({
  page,
}) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  await page.getByRole("link", { name: "Opening hours", exact: true }).click();
  await expect(from(page, "Mon")).toBeVisible();
  const asked: string[] = [];
  let isLeaving = false;
  page.on("dialog", async (dialog) => {
    asked.push(dialog.message());
    await (isLeaving ? dialog.accept() : dialog.dismiss());
  });
  const [date] = threeDates();
  await openDate(page, date);
  const hours = page.getByRole("combobox", { name: "Hours" });
  await hours.selectOption("closed");
  const staysWithIt = async (times: number) => {
    await expect.poll(() => asked.length).toBe(times);
    await expect(page).toHaveURL(/schedule$/);
    await expect(hours).toHaveValue("closed");
  };
  await page.evaluate(() => history.back());
  await staysWithIt(1);
  await page.evaluate(() => history.back());
  await staysWithIt(2);
  await page.locator("nav").getByRole("link", { name: "Conflicts" }).first().click();
  await staysWithIt(3);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Operators");
  await page.getByRole("option", { name: "Operators", exact: true }).click();
  await staysWithIt(4);
  isLeaving = true;
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(new RegExp(`/stations/${station.id}$`));
  await expect(page.getByRole("heading", { level: 1, name: station.name })).toBeVisible();
  expect(asked).toHaveLength(5);
  await page.evaluate(() => history.forward());
  await openDate(page, date);
  await expect(hours).toHaveValue("usual");
  // A form's, forward: typed, not sent, and kept.
  await page.evaluate(() => history.back());
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("Description").fill("Half a sentence");
  isLeaving = false;
  await page.evaluate(() => history.back());
  await expect.poll(() => asked.length).toBe(6);
  await expect(page).toHaveURL(/edit$/);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => asked.length).toBe(7);
  await expect(page.getByLabel("Description")).toHaveValue("Half a sentence");
});

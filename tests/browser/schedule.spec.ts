import { expect, test } from "@playwright/test";

import { bookAt, office, openDialog, ownStation, tabTo } from "./office";
import { comeAs } from "./people";

interface Schedule {
  readonly weekly: Record<string, { start: string; end: string }[]>;
  readonly exceptions: { date: string; closed: boolean }[];
  readonly capacityOverrides: { date: string; connectors: number }[];
}

test("with the keyboard alone a week, a closed date and an override are set and found again", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "A phone has no keyboard.");
  const station = await ownStation(page);
  const api = await office(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}/schedule`);
  const from = page.getByRole("textbox", { name: "Mon, from" });
  await tabTo(page, from);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("06:30");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("21:00");
  await tabTo(page, page.getByRole("button", { name: "Sun, remove the window from 00:00" }));
  await page.keyboard.press("Enter");

  const dates = page.locator("button[data-date]");
  const first = (await dates.first().getAttribute("data-date")) ?? "";
  const date = new Date(Date.parse(first) + 7 * 86_400_000).toISOString().slice(0, 10);
  await tabTo(page, dates.first());
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("button[data-date]:focus")).toHaveAttribute("data-date", date);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Hours", { exact: true }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Connectors that day"));
  await page.keyboard.type("1");

  await tabTo(page, page.getByRole("button", { name: "Show preview" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Every booking keeps its place.")).toBeVisible();
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(save).toBeEnabled();
  await tabTo(page, save);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The opening hours were saved.")).toBeVisible();

  await page.reload();
  await expect(from).toHaveValue("06:30");
  const stored = await api.get<Schedule>(`/stations/${station.id}/schedule`);
  expect(stored.weekly.mon).toEqual([{ start: "06:30", end: "21:00" }]);
  expect(stored.weekly.sun).toEqual([]);
  expect(stored.exceptions).toMatchObject([{ date, closed: true }]);
  expect(stored.capacityOverrides).toEqual([{ date, connectors: 1 }]);
});

test("the grid takes arrows and the pointer, and a preview names who would be in conflict", async ({
  page,
}) => {
  test.skip((page.viewportSize()?.width ?? 0) < 768, "phones have the fields");
  const station = await ownStation(page);
  const [slot] = station.slots.slice(30);
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}/schedule`);
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) {
    await page.getByRole("button", { name: `${day}, open 00:00–24:00` }).focus();
    await page.keyboard.press("Delete");
  }
  const column = page.locator("[data-day=Wed]");
  const box = await column.boundingBox();
  if (!box) throw new Error("no column");
  await page.mouse.move(box.x + box.width / 2, box.y + 26 * 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 26 * 12, { steps: 5 });
  await page.mouse.up();
  const drawn = page.getByRole("button", { name: "Wed, open 08:00–12:00" });
  await drawn.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Wed, open 08:15–12:15" }).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("button", { name: "Wed, open 08:15–12:30" })).toBeVisible();
  await page.getByRole("button", { name: "Show preview" }).click();
  await expect(page.getByText("1 booking would be in conflict")).toBeVisible();
  await expect(page.getByText(new RegExp(`${number}.*not open then`))).toBeVisible();
});

test("windows that overlap are refused at their fields, and nothing typed is lost", async ({
  page,
}) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}/schedule`);
  await page.getByRole("button", { name: "Tue, add hours" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText(/overlap/i);
  await expect(page.getByRole("textbox", { name: "Tue, from" })).toHaveCount(2);
});

test("maintenance takes places for a while, is changed, and gives them back", async ({ page }) => {
  const station = await ownStation(page);
  const slot = station.slots[40];
  if (!slot) throw new Error("no slots");
  const api = await office(page);
  const placesLeft = async () => {
    const { slots } = await api.get<{ slots: typeof station.slots }>(`/stations/${station.id}`);
    return slots.find(({ startsAt }) => startsAt === slot.startsAt)?.remaining;
  };
  const local = (at: string) =>
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "short",
    })
      .format(new Date(at))
      .replace(" ", "T");
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}/schedule`);
  await page.getByRole("button", { name: "Add maintenance" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("From").fill(local(slot.endsAt));
  await dialog.getByLabel("Until").fill(local(slot.startsAt));
  await dialog.getByRole("button", { name: "Add maintenance" }).click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("New cable");
  await dialog.getByRole("button", { name: "Add maintenance" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog.getByLabel("Reason")).toHaveValue("New cable");
  await dialog.getByLabel("From").fill(local(slot.startsAt));
  await dialog.getByLabel("Until").fill(local(slot.endsAt));
  await dialog.getByRole("button", { name: "Add maintenance" }).click();
  await expect(page.getByText("The maintenance was added.")).toBeVisible();
  expect(await placesLeft()).toBe(1);

  await page.getByRole("button", { name: "Change: New cable" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveValue("New cable");
  await dialog.getByLabel("Connectors").fill("2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The maintenance was changed.")).toBeVisible();
  expect(await placesLeft()).toBe(0);

  await page.getByRole("button", { name: "More for New cable" }).click();
  await page.getByRole("button", { name: "Remove: New cable" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The maintenance was removed.")).toBeVisible();
  expect(await placesLeft()).toBe(2);
});

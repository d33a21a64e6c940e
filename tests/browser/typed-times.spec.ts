import { expect, type Page, test } from "@playwright/test";

import { type Client, office, ownStation } from "./office";
import { comeAs } from "./people";

const weekOf = async (api: Client, stationId: string) =>
  (await api.get<{ weekly: unknown }>(`/stations/${stationId}/schedule`)).weekly;

async function openSchedule(page: Page, stationId: string): Promise<void> {
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${stationId}/schedule`);
  await expect(from(page, "Mon")).toBeVisible();
}

const from = (page: Page, day: string) => page.getByRole("textbox", { name: `${day}, from` });
const to = (page: Page, day: string) => page.getByRole("textbox", { name: `${day}, to` });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const saved = (page: Page) =>
  expect(page.getByText("The opening hours were saved.").first()).toBeVisible();

test("a time is read as it is typed by either clock, and shown by this reader's of 24 hours", async ({
  page,
}) => {
  const station = await ownStation(page);
  const api = await office(page);
  await openSchedule(page, station.id);
  await expect(to(page, "Mon")).toHaveValue("24:00");
  await from(page, "Mon").fill("6:30 am");
  await to(page, "Mon").fill("6pm");
  await to(page, "Mon").blur();
  await expect(from(page, "Mon")).toHaveValue("06:30");
  await expect(to(page, "Mon")).toHaveValue("18:00");
  await to(page, "Tue").fill("2130");
  await save(page);
  await saved(page);
  expect(await weekOf(api, station.id)).toMatchObject({
    mon: [{ start: "06:30", end: "18:00" }],
    tue: [{ start: "00:00", end: "21:30" }],
  });
});

test.describe("in the United States", () => {
  test.use({ locale: "en-US" });

  test("S20: hours are read and typed by the clock of 12 hours, and what is no time is said at its field", async ({
    page,
  }) => {
    const station = await ownStation(page);
    const api = await office(page);
    await openSchedule(page, station.id);
    await expect(from(page, "Mon")).toHaveValue("12:00 AM");
    await expect(to(page, "Mon")).toHaveValue("12:00 AM");
    // Key by key, as people do: nothing is cut, and nothing jumps.
    await from(page, "Mon").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("6:00 AM");
    await expect(from(page, "Mon")).toHaveValue("6:00 AM");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("6:00 PM");
    await expect(to(page, "Mon")).toHaveValue("6:00 PM");
    await page.keyboard.press("Tab");
    // The grid is none on a phone.
    if ((page.viewportSize()?.width ?? 0) >= 768) {
      await expect(
        page.getByRole("button", { name: /^Mon, open 6:00\sAM–6:00\sPM$/ }),
      ).toBeVisible();
    }

    await from(page, "Tue").fill("noon");
    await to(page, "Tue").fill("midnight");
    await from(page, "Wed").fill("900");
    await to(page, "Wed").fill("half past");
    await to(page, "Wed").blur();
    await expect(from(page, "Tue")).toHaveValue("12:00 PM");
    await expect(to(page, "Tue")).toHaveValue("12:00 AM");
    await expect(from(page, "Wed")).toHaveValue("9:00 AM");
    await expect(from(page, "Wed")).not.toHaveAttribute("aria-invalid");
    await expect(to(page, "Wed")).toHaveValue("half past");
    await expect(to(page, "Wed")).toHaveAccessibleDescription(/^Write a time such as 6:00\sPM\.$/);
    await save(page);
    await expect(to(page, "Wed")).toBeFocused();
    await expect(to(page, "Wed")).toHaveValue("half past");
    await expect(to(page, "Wed")).toHaveAccessibleDescription(/^Write a time such as 6:00\sPM\.$/);
    await to(page, "Wed").fill("10:30p");
    await save(page);
    await saved(page);
    expect(await weekOf(api, station.id)).toMatchObject({
      mon: [{ start: "06:00", end: "18:00" }],
      tue: [{ start: "12:00", end: "24:00" }],
      wed: [{ start: "09:00", end: "22:30" }],
      thu: [{ start: "00:00", end: "24:00" }],
    });
  });
});

import { expect, type Page, test } from "@playwright/test";

import { arrivalAt, gateStation } from "./gate";
import { office } from "./office";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

/** A heading of an answer, or of whoever is awaited. */
const answer = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

async function openPage(page: Page, path: string): Promise<void> {
  await comeAs(page, "operator");
  await page.goto(path);
  await untilSettled(page);
}

/** Presses Scan in the bar. */
const pressScan = (page: Page) =>
  page
    .getByRole("navigation")
    .getByRole("link", { name: "Scan", exact: true })
    .filter({ visible: true })
    .first()
    .click();

const field = (page: Page) => page.getByLabel("Code", { exact: true });

test("whoever is awaited is so no longer once the office has canceled, however they were named", async ({
  page,
}) => {
  const station = await gateStation(page);
  const [named, typed] = [await arrivalAt(page, station), await arrivalAt(page, station, 1)];
  const cancel = async (id: string) =>
    (await office(page)).send("PUT", `/bookings/${id}/cancel`, { reason: "The power is out." });
  const gone = page.getByText("This booking is not to be checked in now");
  await openPage(page, `/operator/scan?booking=${named.id}`);
  await expect(answer(page, named.owner)).toBeVisible();
  // What is typed meanwhile stays.
  await field(page).fill("ABCD");
  await cancel(named.id);
  await expect(gone).toBeVisible();
  await expect(answer(page, named.owner)).toBeHidden();
  await expect(field(page)).toHaveValue("ABCD");

  await type(page, typed.number);
  await expect(answer(page, typed.owner)).toBeVisible();
  await expect(gone).toBeHidden();
  await cancel(typed.id);
  await expect(gone).toBeVisible();
  await expect(answer(page, typed.owner)).toBeHidden();
});

test("whose own code came too early is awaited still", async ({ page }) => {
  const early = await arrivalAt(page, await gateStation(page), 3);
  await openPage(page, `/operator/scan?booking=${early.id}`);
  await expect(answer(page, early.owner)).toBeVisible();
  await type(page, early.code);
  await expect(answer(page, "Too early")).toBeVisible();
  await expect(page.getByText(/^You were waiting for/)).toBeHidden();
  await page.getByRole("button", { name: "Back to the camera" }).click();
  await expect(answer(page, early.owner)).toBeVisible();
});

test("Scan in the bar begins anew where the address is plain already", async ({ page }) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await openPage(page, "/operator/scan");
  await type(page, arrival.number);
  await expect(answer(page, arrival.owner)).toBeVisible();
  await pressScan(page);
  await expect(answer(page, arrival.owner)).toBeHidden();
  await type(page, "ZZZZ-9999");
  await expect(answer(page, "No booking has this code")).toBeVisible();
  await pressScan(page);
  await expect(answer(page, "No booking has this code")).toBeHidden();
  await expect(field(page)).toHaveValue("");
  await expect(page.getByText("Hold the driver’s code in front of the camera.")).toBeVisible();
});

test("Someone else takes the booking out of the address, to which Back does not lead", async ({
  page,
}) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await openPage(page, "/operator");
  const row = page.getByRole("listitem").filter({ hasText: arrival.owner });
  await row.getByRole("link", { name: "Check in" }).click();
  await page.waitForURL(`**/operator/scan?booking=${arrival.id}`);
  await expect(answer(page, arrival.owner)).toBeVisible();
  await page.getByRole("button", { name: "Someone else" }).click();
  await page.waitForURL((url) => url.pathname === "/operator/scan" && url.search === "");
  await expect(answer(page, arrival.owner)).toBeHidden();
  await page.reload();
  await untilSettled(page);
  await expect(answer(page, arrival.owner)).toBeHidden();
  await pressScan(page);
  await page.goBack();
  await page.waitForURL((url) => url.pathname === "/operator");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
});

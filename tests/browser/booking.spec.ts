import { expect, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { bookableStation, bookingPath } from "./known-ids";

test("an owner reviews a slot, confirms it once, and finds it among the bookings", async ({
  page,
}) => {
  await comeAsNewOwner(page);
  await page.goto(await bookingPath(page, await bookableStation(page)));
  for (const heading of ["Estimated price", "Good to know"]) {
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  }
  await page.getByRole("button", { name: "Confirm booking" }).dblclick();
  await page.waitForURL("**/owner?booked=*");
  const number = new URL(page.url()).searchParams.get("booked") ?? "";
  expect(number).toMatch(/^BK-/);
  await expect(page.getByText(number).first()).toBeVisible();
  const mine = await page.request.get("/api/v1/bookings?view=upcoming");
  expect(((await mine.json()) as { data: unknown[] }).data).toHaveLength(1);
});

test("a slot that is gone says so instead of offering it", async ({ page }) => {
  await comeAsNewOwner(page);
  const station = await bookableStation(page);
  await page.goto(`/stations/${station}/book?startsAt=2020-01-01T00:00:00.000Z`);
  await expect(page.getByRole("button", { name: "Confirm booking" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Choose another time" }).first()).toBeVisible();
});

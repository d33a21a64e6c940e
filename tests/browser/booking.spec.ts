import { expect, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { bookableStation, bookingPath } from "./known-ids";
import { confirmButton } from "./confirm-button";

test("an owner reviews a slot, confirms it once, and finds it among the bookings", async ({
  page,
}) => {
  await comeAsNewOwner(page);
  await page.goto(await bookingPath(page, await bookableStation(page)));
  for (const heading of ["Estimated price", "Good to know"]) {
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  }
  await page.getByRole("button", confirmButton).dblclick();
  await page.waitForURL("**/owner/bookings/*?booked=1");
  const answer = await page.request.get("/api/v1/bookings?view=upcoming");
  const mine = ((await answer.json()) as { data: { number: string }[] }).data;
  expect(mine).toHaveLength(1);
  await expect(page.getByText(mine[0]?.number ?? "none").first()).toBeVisible();
});

test("the confirm button is in reach on a phone, with the price and the account's plate", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await comeAsNewOwner(page, "WP CAB-1234");
  await page.goto(await bookingPath(page, await bookableStation(page)));
  const confirm = page.getByRole("button", confirmButton);
  await expect(confirm).toBeInViewport({ ratio: 1 });
  await expect(page.getByText("estimated", { exact: true })).toBeInViewport();
  await expect(page.getByLabel("Vehicle plate")).toHaveValue(/\S/);
});

test("a slot that is gone says so instead of offering it", async ({ page }) => {
  await comeAsNewOwner(page);
  const station = await bookableStation(page);
  await page.goto(`/stations/${station}/book?startsAt=2020-01-01T00:00:00.000Z`);
  await expect(page.getByRole("button", confirmButton)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Choose another time" }).first()).toBeVisible();
});

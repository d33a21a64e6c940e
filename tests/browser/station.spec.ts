import { expect, test } from "@playwright/test";

import { bookableStation, listedStation } from "./known-ids";

test.describe("read from another zone", () => {
  test.use({ timezoneId: "Europe/London" });

  test("a station's times stand in its zone, with the reader's own beside them", async ({
    page,
  }) => {
    await page.goto(`/stations/${await bookableStation(page)}`);
    await expect(page.getByText(/station’s zone: New York, UTC−0[45]:00/)).toBeVisible();
    await expect(page.getByText(/Your own time stands beside it: London/)).toBeVisible();
    await expect(page.getByText(/\d\d:\d\d your time/).first()).toBeVisible();
  });
});

test.describe("read from the station's own zone", () => {
  test.use({ timezoneId: "America/New_York" });

  test("times are told once", async ({ page }) => {
    await page.goto(`/stations/${await bookableStation(page)}`);
    await expect(page.getByRole("tab")).toHaveCount(7);
    await expect(page.getByText(/\d\d:\d\d–\d\d:\d\d/).first()).toBeVisible();
    await expect(page.getByText(/your time/)).toHaveCount(0);
  });
});

test("a listed station says that it cannot be booked", async ({ page }) => {
  await page.goto(`/stations/${await listedStation(page)}`);
  await expect(page.getByText("Listed, not bookable yet")).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
});

test("a station that is not there is a friendly 404", async ({ page }) => {
  const answer = await page.goto("/stations/00000000-0000-7000-8000-000000000000");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Nothing here" })).toBeVisible();
});

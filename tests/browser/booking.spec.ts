import { expect, test, type Page } from "@playwright/test";

import { demoPassword } from "./people";
import { bookableStation, bookingPath } from "./known-ids";

/** An owner of the test's own, who is nowhere at the time that is booked. */
async function comeAsNewOwner(page: Page): Promise<void> {
  const nic = String(Math.floor(Math.random() * 1e12)).padStart(12, "1");
  const email = `driver-${nic}@example.test`;
  const phone = `+9477${nic.slice(-7)}`;
  const answer = await page.request.post("/api/v1/owners", {
    data: { nic, name: "Dilini Driver", email, phone, password: demoPassword },
  });
  expect(answer.status()).toBe(201);
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(nic);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/owner");
}

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

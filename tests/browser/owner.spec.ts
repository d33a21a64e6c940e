import { expect, type Page, test } from "@playwright/test";

import { calendarDay } from "@/lib/core/calendar";

import { gateStation, operator } from "./gate";
import { bookAt, clientOf, nextSlot, openDialog, ownStation } from "./office";
import { demoPassword } from "./people";

/** Signs in as somebody whom the test made. */
async function signIn(page: Page, name: string) {
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/owner");
}

const hourMs = 3_600_000;

test("an owner books, sees the code, changes the time and cancels", async ({ page }) => {
  const station = await ownStation(page, { approval: "Auto" });
  const [first, second] = station.slots.filter(
    ({ startsAt }) => Date.parse(startsAt) > Date.now() + 30 * hourMs,
  );
  if (!first || !second) throw new Error("The station has no slots tomorrow.");
  // Somebody who has another booking, long before.
  const { nic } = await bookAt(page, station.id, await nextSlot(station));
  await signIn(page, nic);
  await page.goto(`/stations/${station.id}/book?startsAt=${first.startsAt}`);
  await page.getByRole("button", { name: /Confirm/ }).click();
  await expect(page.getByText("Your slot is booked.")).toBeVisible();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
  const code = page.getByRole("img", { name: /^QR code,/ });
  const before = await code.getAttribute("alt");
  expect(await code.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByText(/^You can change or cancel it until/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Directions" })).toHaveAttribute("href", /./);
  const file = await page.request.get(
    (await page.getByRole("link", { name: "Add to calendar" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain("BEGIN:VEVENT");

  await page.getByRole("link", { name: "Change the time" }).click();
  await page.waitForURL("**/change");
  const day = calendarDay(new Date(second.startsAt), "America/New_York");
  await page.locator(`nav a[href$="day=${day}"]`).click();
  await page.locator(`a[href$="startsAt=${encodeURIComponent(second.startsAt)}"]`).click();
  await page.getByRole("button", { name: "Change to this time" }).click();
  await expect(page.getByText("The time was changed.")).toBeVisible();
  await expect(code).not.toHaveAttribute("alt", before ?? "");

  await page.getByRole("button", { name: "Cancel booking" }).click();
  await openDialog(page).getByRole("button", { name: "Cancel the booking" }).click();
  await expect(page.getByText("Cancelled by you")).toBeVisible();
  await expect(code).toHaveCount(0);
  await page.goto("/owner/bookings?view=past");
  await expect(page.getByRole("link", { name: /Cancelled by you/ })).toBeVisible();
});

test("too late to change, it says whom to call; who is late says so, and the gate sees it", async ({
  page,
}) => {
  const station = await gateStation(page);
  const booking = await bookAt(page, station.id, await nextSlot(station));
  await signIn(page, booking.nic);
  await page.goto("/owner/bookings");
  await page.getByRole("link", { name: new RegExp(booking.number) }).click();
  await expect(page.getByText(/^You could change or cancel it until/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
  await page.getByRole("button", { name: "I am running late" }).click();
  await expect(openDialog(page)).toContainText(/It keeps your place until \d/);
  await openDialog(page).getByRole("button", { name: "Tell the station" }).click();
  await expect(page.getByText(/^The station knows that you are late/)).toBeVisible();
  const gate = await operator(page);
  const { exceptions } = await gate.get<{ exceptions: { kind: string; bookingId?: string }[] }>(
    `/operator/queue?stationId=${station.id}`,
  );
  expect(exceptions).toMatchObject([{ kind: "RunningLate", bookingId: booking.id }]);
});

test("the codes stand on one page, and one that was scanned is used before one's eyes", async ({
  page,
}) => {
  const station = await gateStation(page);
  const booking = await bookAt(page, station.id, await nextSlot(station));
  await signIn(page, booking.nic);
  await page.goto("/owner/qr");
  await expect(page.getByRole("img", { name: /^QR code,/ })).toBeVisible();
  await expect(page.getByText(/^Check-in is open until/)).toBeVisible();
  const driver = await clientOf(page, booking.nic);
  const { code } = await driver.get<{ code: string }>(`/bookings/${booking.id}/qr`);
  // What is heard while no server answers leaves the page as it is: Next would load it anew, and what is typed would go.
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await page.route(
    (url) => url.pathname === "/api/health" || url.searchParams.has("_rsc"),
    (route) => route.abort(),
  );
  const refused = page.waitForEvent("requestfailed", (request) =>
    request.url().endsWith("/api/health"),
  );
  await (await operator(page)).send("POST", "/sessions/checkin", { code });
  await refused;
  await page.unrouteAll();
  await expect(page.getByText("Used. You are checked in.")).toBeVisible();
  expect(await page.evaluate(() => "stays" in window)).toBe(true);
});

import { expect, type Page, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { bookAt, clientOf, ownStation } from "./office";
import { demoPassword, people } from "./people";
import { confirmButton } from "./confirm-button";

const zone = { timeZone: "America/New_York" } as const;

/** A station of the test's own with one place, and one of its slots, some days ahead. */
async function onePlace(page: Page) {
  const station = await ownStation(page, { approval: "Auto", connectors: 1 });
  const slot = station.slots[Math.floor(station.slots.length / 3)];
  if (!slot) throw new Error("The station has no slots.");
  return { ...station, slot };
}

const waitPath = ({ id, slot }: Awaited<ReturnType<typeof onePlace>>) =>
  `/stations/${id}/wait?startsAt=${slot.startsAt}&endsAt=${slot.endsAt}`;

test("who waits for a full slot is offered the place that another gives back, and books it", async ({
  page,
}) => {
  const station = await onePlace(page);
  const { startsAt } = station.slot;
  const other = await bookAt(page, station.id, station.slot);
  await comeAsNewOwner(page);
  await page.goto(`/stations/${station.id}?startsAt=${startsAt}`);
  await page.getByRole("link", { name: "Full – tell me" }).click();
  await page.waitForURL("**/wait?*");
  await expect(page.getByText("Whoever came first is told first.")).toBeVisible();
  await page.getByRole("button", { name: "Tell me when one frees up" }).click();
  await page.waitForURL("**/owner/bookings");
  await expect(page.getByText("You are next")).toBeVisible();

  const driver = await clientOf(page, other.nic);
  await driver.send("PUT", `/bookings/${other.id}/cancel`, {});
  // Nobody loads the page anew.
  await expect(page.getByText("A place is held for you")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("timer")).toHaveText(/^(9:\d\d|10:00) left$/);
  await page.getByRole("link", { name: "Book it" }).click();
  await page.waitForURL("**/book?*offer=*");
  await expect(page.getByText("A place is held for you")).toBeVisible();
  await page.getByRole("button", confirmButton).click();
  await page.waitForURL("**/owner/bookings/*?booked=1");
  await page.goto("/owner/bookings");
  await expect(page.getByRole("heading", { name: "Waiting lists" })).toHaveCount(0);
});

test("where somebody was faster the nearest times stand under the refusal, the first of them held", async ({
  page,
}) => {
  const station = await onePlace(page);
  const { startsAt } = station.slot;
  await comeAsNewOwner(page);
  await page.goto(`/stations/${station.id}/book?startsAt=${startsAt}`);
  await bookAt(page, station.id, station.slot);
  await page.getByRole("button", confirmButton).click();
  const nearest = page.getByRole("region", { name: "Free nearby" }).getByRole("link");
  // Of two times that are as near, the later.
  const clock = (at: string) =>
    new Date(at).toLocaleTimeString("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
  const first = nearest.first();
  await expect(first).toContainText(`${clock(station.slot.endsAt)}–`);
  await expect(first).toContainText(/here.*Held for you, (2:00|1:\d\d) left/);
  await expect(page.getByRole("timer")).toHaveCount(1);
  expect(await nearest.count()).toBeGreaterThan(1);

  await first.click();
  await page.waitForURL("**/book?*offer=*");
  await expect(page.getByText("A place is held for you")).toBeVisible();
  await expect(nearest).toHaveCount(0);
  await page.getByRole("button", confirmButton).click();
  await page.waitForURL("**/owner/bookings/*?booked=1");
});

test("who is not signed in comes back to the waiting list after it, and waits there once", async ({
  page,
}) => {
  const station = await onePlace(page);
  await bookAt(page, station.id, station.slot);
  await page.goto(waitPath(station));
  await page.waitForURL("**/login?*");
  await page.getByLabel("Email, identity number or phone").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/wait?*");
  await page.getByRole("button", { name: "Tell me when one frees up" }).click();
  await page.waitForURL("**/owner/bookings");
  await page.goto(waitPath(station));
  await expect(page.getByText("You are on the list: You are next")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tell me when one frees up" })).toHaveCount(0);
});

test("a time that has a place is not waited for", async ({ page }) => {
  const station = await onePlace(page);
  await comeAsNewOwner(page);
  await page.goto(waitPath(station));
  await page.getByRole("link", { name: "Book it" }).click();
  await expect(page.getByRole("button", confirmButton)).toBeVisible();
});

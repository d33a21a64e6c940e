import { expect, test } from "@playwright/test";

import { bookAt, office, ownStation } from "./office";
import { comeAs, signIn } from "./people";

const soon = 30;

/** An own station whose first bookings, so many, wait. */
async function waitingBookings(page: Parameters<typeof ownStation>[0], count: number) {
  const station = await ownStation(page);
  const made = [];
  for (const slot of station.slots.slice(soon, soon + count)) {
    made.push(await bookAt(page, station.id, slot));
  }
  return { list: `/backoffice/bookings?view=waiting&stationId=${station.id}`, made };
}

test("who signs out within the five seconds has approved what they pressed", async ({ page }) => {
  const { list, made } = await waitingBookings(page, 2);
  // With a login of its own: signing out ends it on the server.
  await signIn(page, "backoffice");
  await page.goto(list);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: `Approve ${made.length}` }).click();
  const answers = made.map(({ id }) =>
    page.waitForResponse((answer) => answer.url().endsWith(`/bookings/${id}/approve`)),
  );
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  for (const answer of answers) expect((await answer).status()).toBe(200);
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await comeAs(page, "backoffice");
  await page.goto(list);
  await expect(page.getByText("No bookings here")).toBeVisible();
});

test("what was decided elsewhere meanwhile is said by its number and its reason", async ({
  page,
}) => {
  const { list, made } = await waitingBookings(page, 2);
  const [taken, other] = made;
  if (!taken || !other) throw new Error("no bookings");
  const api = await office(page);
  await comeAs(page, "backoffice");
  await page.goto(list);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: "Approve 2" }).click();
  await api.send("PUT", `/bookings/${taken.id}/reject`, { reason: "The street is closed." });
  const why = "The booking is rejected, so it cannot be approved.";
  await expect(page.getByText(`${taken.number} was not approved: ${why}`)).toBeVisible();
  const row = page.locator("tbody tr").filter({ hasText: taken.number });
  await expect(row).toContainText("No longer waiting");
  await expect(row).toContainText(why);
  await expect(page.getByText(`${other.number} was approved.`)).toBeVisible();
});

import { expect, type Page, test } from "@playwright/test";

import { office, openDialog, waitingBookings } from "./office";
import { comeAs, signIn } from "./people";

/** Keeps the answers to approvals back until they are let go. */
async function holdApprovals(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/api/v1/bookings/*/approve", async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
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
  await signOut(page);
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

test("signing out over a slow network says what it sends, asks after a while, and loses nothing", async ({
  page,
}) => {
  // More than are sent at once otherwise.
  const { list, made } = await waitingBookings(page, 6);
  // With a login of its own: signing out ends it on the server.
  await signIn(page, "backoffice");
  await page.goto(list);
  const letGo = await holdApprovals(page);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: "Approve 6" }).click();
  await signOut(page);
  const dialog = openDialog(page);
  await expect(dialog.getByRole("heading", { name: "Sending 6 approvals" })).toBeVisible();
  const without = dialog.getByRole("button", { name: "Sign out without them" });
  await expect(without).toBeHidden();
  await expect(without).toBeVisible({ timeout: 15_000 });
  for (const { number } of made) await expect(dialog).toContainText(number);
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/view=waiting/);

  // Once they are answered it goes on by itself.
  await signOut(page);
  await expect(dialog.getByRole("heading", { name: "Sending 6 approvals" })).toBeVisible();
  letGo();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await comeAs(page, "backoffice");
  await page.goto(list);
  await expect(page.getByText("No bookings here")).toBeVisible();
});

test("signing out with one that is refused names it and asks", async ({ page }) => {
  const { list, made } = await waitingBookings(page, 1);
  const [{ number = "" } = {}] = made;
  await signIn(page, "backoffice");
  await page.goto(list);
  await page.route("**/api/v1/bookings/*/approve", (route) => route.abort());
  await page.getByRole("button", { name: `Approve ${number}`, exact: true }).click();
  await signOut(page);
  const dialog = openDialog(page);
  await expect(dialog.getByRole("heading", { name: "One booking was not approved" })).toBeVisible();
  await expect(dialog).toContainText(number);
  await expect(dialog).toContainText("This could not be sent.");
  await dialog.getByRole("button", { name: "Sign out without it" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test("signing out in another window has this one send what it holds first", async ({
  page,
  context,
}) => {
  const { list, made } = await waitingBookings(page, 1);
  const [{ number = "" } = {}] = made;
  await signIn(page, "backoffice");
  await page.goto(list);
  const other = await context.newPage();
  await other.goto("/backoffice");
  const letGo = await holdApprovals(page);
  const answer = page.waitForResponse(/\/approve$/);
  await page.getByRole("button", { name: `Approve ${number}`, exact: true }).click();
  await signOut(other);
  // It waits for the other window's answer, and says so.
  await expect(
    openDialog(other).getByRole("heading", { name: "Sending one approval" }),
  ).toBeVisible();
  letGo();
  expect((await answer).status()).toBe(200);
  await expect(other.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
});

test("where the session ended before it was sent, the login page says which was not approved", async ({
  page,
}) => {
  const { list, made } = await waitingBookings(page, 1);
  const [{ number = "" } = {}] = made;
  await comeAs(page, "backoffice");
  await page.goto(list);
  await page.getByRole("button", { name: `Approve ${number}`, exact: true }).click();
  await page.context().clearCookies();
  await expect(page).toHaveURL(/\/login/, { timeout: 15_000 });
  await expect(page.getByRole("alert").filter({ hasText: number })).toContainText(
    "You were signed out before this could be sent.",
  );
});

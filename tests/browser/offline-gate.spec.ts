import { type Browser, expect, type Page, test } from "@playwright/test";

import { phoneSize } from "./fake-camera";
import { arrivalAt, chargingAt, gateStation, operator, otherOperator, untilKept } from "./gate";
import { comeAs, demoPassword } from "./people";
import { untilSettled } from "./settled";

const answer = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

async function openScan(page: Page): Promise<void> {
  await page.goto("/operator/scan");
  await untilSettled(page);
}

/** The session's booking as the office reads it: its history says what was done, and how often. */
async function historyOf(page: Page, bookingId: string): Promise<string[]> {
  const api = await operator(page);
  const { history } = await api.get<{ history: { to: string | null }[] }>(`/bookings/${bookingId}`);
  return history.map(({ to }) => String(to));
}

/** Of the next request there, the server does what it says and the answer is lost on its way. */
async function loseAnswer(page: Page, path: string): Promise<() => number> {
  let sent = 0;
  await page.route(`**${path}`, async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  return () => sent;
}

test("the network goes in the middle of a check-in: it is done once", async ({ page }) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await comeAs(page, "operator");
  await openScan(page);
  const sent = await loseAnswer(page, "/api/v1/sessions/checkin");
  await type(page, arrival.code);
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(page, /^(Kept on this phone|Checked in)$/)).toBeVisible();
  await expect(answer(page, "Checked in")).toBeVisible({ timeout: 30_000 });
  expect(sent()).toBe(2);
  const all = await historyOf(page, arrival.id);
  expect(all.filter((to) => to === "InProgress")).toHaveLength(1);
});

test("the network goes in the middle of a finalize: it is done once", async ({ page }) => {
  const { id } = await chargingAt(page, await gateStation(page));
  await comeAs(page, "operator");
  await page.goto(`/operator/session?booking=${id}#finish`);
  await untilSettled(page);
  const sent = await loseAnswer(page, "/api/v1/sessions/finalize");
  await page.getByLabel("Energy, kWh").fill("900");
  await page.getByRole("button", { name: /^Finish · / }).click();
  await page.getByRole("button", { name: "Yes, finish" }).click();
  await expect(page.getByText(/in all\. The place is free again/)).toBeVisible({ timeout: 30_000 });
  // The page may hear of it before the phone has asked once more.
  await expect.poll(sent, { timeout: 30_000 }).toBe(2);
  const all = await historyOf(page, id);
  expect(all.filter((to) => to === "Completed")).toHaveLength(1);
});

/** The phone of another operator of the same station. */
async function otherPhone(browser: Browser, page: Page, stationId: string, baseURL?: string) {
  const other = await otherOperator(page, stationId);
  const phone = await (await browser.newContext({ baseURL, viewport: phoneSize })).newPage();
  await phone.goto("/login");
  await phone.getByLabel("Email, identity number or phone").fill(other.email);
  await phone.getByLabel("Password", { exact: true }).fill(demoPassword);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await phone.waitForURL("**/operator");
  return { phone, name: other.name };
}

test("two operators scan one code at the same moment: one session, and the other reads why", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const station = await gateStation(page);
  const arrival = await arrivalAt(page, station);
  const { phone, name } = await otherPhone(browser, page, station.id, baseURL);
  await comeAs(page, "operator");
  for (const one of [page, phone]) {
    await openScan(one);
    await type(one, arrival.code);
    await expect(answer(one, arrival.owner)).toBeVisible();
  }
  const confirm = (one: Page) =>
    one.getByRole("button", { name: "Check in on connector 1" }).click();
  await Promise.all([confirm(page), confirm(phone)]);
  const yes = (one: Page) => answer(one, "Checked in");
  const no = (one: Page) => answer(one, /^(Already used|That connector is taken)$/);
  for (const one of [page, phone]) await expect(yes(one).or(no(one))).toBeVisible();
  const [won, lost] = (await yes(page).isVisible()) ? [page, phone] : [phone, page];
  await expect(yes(won)).toBeVisible();
  await expect(no(lost)).toBeVisible();
  const { name: mine } = await (await operator(page)).get<{ name: string }>("/auth/me");
  const who = won === phone ? name : mine;
  await expect(lost.getByText(new RegExp(`${who}.* checked this code in at`))).toBeVisible();
  const all = await historyOf(page, arrival.id);
  expect(all.filter((to) => to === "InProgress")).toHaveLength(1);
  await phone.context().close();
});

test("one scans without network while another is online: one session, and the first reads why later", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const station = await gateStation(page);
  const arrival = await arrivalAt(page, station);
  const { phone, name } = await otherPhone(browser, page, station.id, baseURL);
  await comeAs(page, "operator");
  await openScan(page);
  await openScan(phone);
  // What opens without network from the first visit on does once it is kept.
  await untilKept(page);
  await context.setOffline(true);
  await type(page, arrival.code);
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(page, "Kept on this phone")).toBeVisible();
  await expect(page.getByText("Not sent yet").first()).toBeVisible();

  await type(phone, arrival.code);
  await phone.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(phone, "Checked in")).toBeVisible();

  await context.setOffline(false);
  await expect(answer(page, "Already used")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(new RegExp(`${name} checked this code in at`))).toBeVisible();
  const all = await historyOf(page, arrival.id);
  expect(all.filter((to) => to === "InProgress")).toHaveLength(1);
  await phone.context().close();
});

test("a phone whose clock is 3 hours wrong lets in by the server's time, on and off the network", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const station = await gateStation(page);
  const [first, second] = [await arrivalAt(page, station), await arrivalAt(page, station)];
  await context.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await comeAs(page, "operator");
  await openScan(page);
  await type(page, first.code);
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(page, "Checked in")).toBeVisible();
  await page.getByRole("button", { name: "Scan the next" }).click();

  await context.setOffline(true);
  await type(page, second.code);
  await page.getByRole("button", { name: "Check in on connector 2" }).click();
  await expect(answer(page, "Kept on this phone")).toBeVisible();
  const scannedAt = Date.now();
  await context.setOffline(false);
  await expect(answer(page, "Checked in")).toBeVisible({ timeout: 30_000 });
  const api = await operator(page);
  const [session] = await api.get<{ startedAt: string }[]>(`/sessions?bookingId=${second.id}`);
  expect(Math.abs(Date.parse(session?.startedAt ?? "") - scannedAt)).toBeLessThan(15_000);
});

test("without network a slip in the figures is told before it is kept, and a note behind a refused check-in before it goes", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const arrival = await arrivalAt(page, await gateStation(page));
  await comeAs(page, "operator");
  await page.goto("/operator");
  await untilKept(page);
  await openScan(page);
  await context.setOffline(true);
  await type(page, arrival.code);
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  const open = page.getByRole("link", { name: "Open the session" });
  // For a moment a press on what took the button's place counts as the second of a double one.
  await expect(async () => {
    if (await open.isVisible()) await open.click({ timeout: 500 });
    await expect(open).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toBeHidden();
  await page.getByLabel("Add a note").fill("The bumper was scratched before.");
  await page.getByRole("button", { name: "Add note" }).click();
  await page.getByRole("button", { name: "Finish and charge" }).click();
  await page.getByLabel("Energy, kWh").fill("12..5");
  await page.getByLabel("Amount received").fill("8.505");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByText("Type 0 to 1000 kWh, with at most 3 decimals.")).toBeVisible();
  await expect(page.getByText("Type at most 2 decimals for USD.")).toBeVisible();
  await expect(page.getByText("2 things not sent yet").first()).toBeVisible();
  await page.getByRole("button", { name: "Back", exact: true }).click();

  // The office has network.
  const api = await operator(page);
  await api.send("PUT", `/bookings/${arrival.id}/cancel`, { reason: "The power is out." });
  await context.setOffline(false);
  const note = page.getByRole("alert").filter({ hasText: `Note on ${arrival.number}` });
  await expect(note).toContainText("The bumper was scratched before.", { timeout: 60_000 });
  await expect(note).toContainText("on this phone alone");
  await note.getByRole("button", { name: "Understood" }).click();
  await expect(note).toBeHidden();
});

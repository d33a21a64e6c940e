import { expect, type Page, test } from "@playwright/test";

import { expectNoFaultsBesideColours } from "./axe";
import { bookAt, nextSlot, office, openDialog, ownStation } from "./office";
import { comeAs } from "./people";
import { expectTargets } from "./targets";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Inbox:/ });

/** How many the bell says are unread. */
const counted = async (page: Page) =>
  Number(/\d+/.exec((await bell(page).textContent()) ?? "")?.[0] ?? 0);

/** A driver asks for a slot at a station that approves by hand. */
async function askForSlot(page: Page) {
  const station = await ownStation(page);
  const slot = await nextSlot(station);
  return { station, booking: await bookAt(page, station.id, slot) };
}

test("a booking that waits rings the office's bell, and opens from its inbox", async ({
  page,
  isMobile,
}) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/settings");
  await expect(bell(page)).toBeVisible();
  const before = await counted(page);
  const place = await bell(page).boundingBox();
  const { station, booking } = await askForSlot(page);
  // Nobody loads anything: the worker tells the inbox, and the line tells the page.
  await expect.poll(() => counted(page), { timeout: 30_000 }).toBeGreaterThan(before);
  expect(await bell(page).boundingBox()).toEqual(place);

  await bell(page).click();
  await expect(page).toHaveURL("/backoffice/inbox");
  const row = page.getByRole("listitem").filter({ hasText: booking.number });
  await expect(row.getByText("(unread)")).toBeAttached();
  if (isMobile) await expectTargets(page, "the inbox");
  await expectNoFaultsBesideColours(page, "the inbox");
  await row.getByRole("link", { name: `A booking waits at ${station.name}` }).click();
  await expect(page).toHaveURL(`/backoffice/bookings/${booking.id}`);
  await page.goto("/backoffice/inbox");
  await expect(row.getByText("(unread)")).toHaveCount(0);

  await row.getByRole("button", { name: /^Delete:/ }).click();
  await openDialog(page).getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
});

test("what one hears of is kept, and nothing typed is lost where it is refused", async ({
  page,
}) => {
  await comeAs(page, "operator");
  await page.goto("/notifications/settings");
  const conflicts = page.getByRole("group", { name: /^Bookings that no longer fit/ });
  const bySms = conflicts.getByRole("checkbox", { name: "Text message" });
  const chosen = !(await bySms.isChecked());
  await bySms.setChecked(chosen);
  await page.getByLabel("From").fill("22:00");
  await page.getByLabel("Until").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Until")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("From")).toHaveValue("22:00");
  expect(await bySms.isChecked()).toBe(chosen);
  await page.getByLabel("Until").fill("06:30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  expect(await bySms.isChecked()).toBe(chosen);
  await expect(page.getByLabel("Until")).toHaveValue("06:30");
  // Owners' topics are none of an operator's.
  await expect(page.getByRole("group", { name: /^Reminders/ })).toHaveCount(0);

  await page.getByLabel("From").fill("");
  await page.getByLabel("Until").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Until")).toHaveValue("");
});

test("a mail's link says at once where it is nobody's", async ({ page }) => {
  await page.goto("/unsubscribe?key=nobodys&topic=bookingReminder");
  await expect(page.getByText("This link is not one of ours.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop these emails" })).toBeHidden();
  await page.goto("/unsubscribe?key=nobodys&topic=nonsense");
  await expect(page.getByText("This link is not complete.")).toBeVisible();
});

test("a push message shows as a notification, whatever came", async ({
  page,
  context,
  baseURL,
}) => {
  await comeAs(page, "operator");
  await context.grantPermissions(["notifications"]);
  await page.goto("/operator");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const devtools = await context.newCDPSession(page);
  const registrations = new Map<string, string>();
  devtools.on("ServiceWorker.workerRegistrationUpdated", (told) => {
    for (const one of told.registrations) registrations.set(one.scopeURL, one.registrationId);
  });
  await devtools.send("ServiceWorker.enable");
  const origin = new URL(page.url()).origin;
  await expect.poll(() => registrations.has(`${origin}/`)).toBe(true);
  const deliver = (data: string) =>
    devtools.send("ServiceWorker.deliverPushMessage", {
      origin,
      registrationId: registrations.get(`${origin}/`) ?? "",
      data,
    });
  // Not every browser that tests run in shows notifications: what it is asked to show counts.
  const worker = context.serviceWorkers().find((one) => one.url().startsWith(origin));
  if (!worker) throw new Error("No service worker runs.");
  await worker.evaluate(() => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      shown: { title: string; body?: string; tag?: string }[];
    };
    const show = scope.registration.showNotification.bind(scope.registration);
    scope.shown = [];
    scope.registration.showNotification = async (title, options = {}) => {
      const { body, tag } = options;
      scope.shown.push({ title, ...(body && { body }), ...(tag && { tag }) });
      await show(title, options).catch(() => undefined);
    };
  });
  const shown = () =>
    worker.evaluate(() => (globalThis as unknown as { shown: { title: string }[] }).shown);
  const message = { title: "A booking waits", body: "BK-1", tag: "one", lang: "en" };
  await deliver(JSON.stringify({ ...message, url: `${baseURL}/operator` }));
  await expect.poll(shown).toEqual([{ title: message.title, body: "BK-1", tag: "one" }]);
  await deliver("no JSON");
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toContain("Baybook");
});

test("whoever opens what rang has read it in the inbox", async ({ page, context }) => {
  await comeAs(page, "operator");
  await page.goto("/operator");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  type Listed = { data: { id: string; isRead: boolean }[] };
  const notices = async () =>
    ((await (await page.request.get("/api/v1/notifications")).json()) as Listed).data;
  const unread = (await notices()).find(({ isRead }) => !isRead);
  if (!unread) throw new Error("The demo's operator has read everything.");
  const { origin } = new URL(page.url());
  const worker = context.serviceWorkers().find((one) => one.url().startsWith(origin));
  // No click of a person's: the window that would open is the browser's affair.
  await worker?.evaluate(
    (noticeId) =>
      (globalThis as unknown as { openNotification: (event: unknown) => Promise<void> })
        .openNotification({ notification: { close: () => undefined, data: { noticeId } } })
        .catch(() => undefined),
    unread.id,
  );
  await expect
    .poll(async () => (await notices()).find(({ id }) => id === unread.id))
    .toMatchObject({ isRead: true });
});

test("an administrator's alert is in the inbox of whoever was chosen", async ({ page }) => {
  const me = await (await office(page)).get<{ email: string; name: string }>("/auth/me");
  const title = `Work tonight ${crypto.randomUUID().slice(0, 8)}`;
  await comeAs(page, "admin");
  await page.goto("/admin/messages");
  await page.getByRole("link", { name: "Send an alert" }).click();
  const people = page.getByRole("searchbox", { name: /^Find people/ });
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Message").fill("From two to three.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(people).toHaveAttribute("aria-invalid", "true");
  await people.fill(me.email);
  await people.press("Enter");
  await page.getByRole("button", { name: `Add ${me.name}` }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("1 person has it in the inbox.")).toBeVisible();
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/inbox");
  await expect(page.getByText(title)).toBeVisible();
  // The office of the demo reads on without it.
  const row = page.getByRole("listitem").filter({ hasText: title });
  await row.getByRole("button", { name: /^Delete:/ }).click();
  await openDialog(page).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(title)).toHaveCount(0);
});

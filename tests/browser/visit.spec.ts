import { expect, type Page, test } from "@playwright/test";

import { tinyPng } from "../support/pictures";
import { expectNoFaults } from "./axe";
import { gateStation, operator } from "./gate";
import { bookAt, clientOf, nextSlot, office, openDialog, ownStation } from "./office";
import { demoPassword } from "./people";

/** Signs in as somebody whom the test made. */
async function signIn(page: Page, name: string) {
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/owner");
}

test("a visit goes by before one's eyes: approved, charging, finished with a receipt, and how it went", async ({
  page,
}) => {
  const station = await gateStation(page, { approval: "Manual" });
  const booking = await bookAt(page, station.id, await nextSlot(station));
  const gate = await operator(page);
  await signIn(page, booking.nic);
  await page.goto(`/owner/bookings/${booking.id}`);
  const main = page.getByRole("main");
  await expect(main.getByText("Waiting for approval")).toBeVisible();
  await gate.send("PUT", `/bookings/${booking.id}/approve`, {});
  await expect(main.getByRole("img", { name: /^QR code,/ })).toBeVisible();

  const driver = await clientOf(page, booking.nic);
  const { code } = await driver.get<{ code: string }>(`/bookings/${booking.id}/qr`);
  await gate.send("POST", "/sessions/checkin", { code });
  const charging = page.getByRole("region", { name: "Charging" });
  await expect(charging.getByText("Read from the meter at the end")).toBeVisible();
  await expect(charging.getByText("Booked until")).toBeVisible();
  await expectNoFaults(page, "while charging");

  await gate.send("POST", "/sessions/finalize", { bookingId: booking.id, kWh: 12.5 });
  await expect(main.getByRole("link", { name: /^R-/ })).toBeVisible();
  const form = page.getByRole("form", { name: "How did it go?" });
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.locator("label", { hasText: "4 stars" }).click();
  await form.getByLabel(/^In your words/).fill("Easy to find.");
  const picture = { name: "here.png", mimeType: "image/png", buffer: Buffer.from(tinyPng) };
  await form.getByLabel("Add a photo").setInputFiles(picture);
  await expect(form.getByRole("img", { name: "Photo 1" })).toBeVisible();
  await expectNoFaults(page, "the question how it went");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Thank you for your review.")).toBeVisible();

  const own = page.getByRole("region", { name: "Your review" });
  await expect(own.getByText("Waiting to be read")).toBeVisible();
  const shown = own.getByRole("img", { name: "Photo 1" });
  expect(await shown.evaluate((img: HTMLImageElement) => img.decode())).toBeUndefined();
  await own.getByRole("link", { name: "Change it" }).click();
  await expect(form.getByRole("radio", { name: /^4 stars/ })).toBeChecked();
  await form.getByLabel(/^In your words/).fill("");
  await form.getByRole("button", { name: "Remove photo 1" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  // A score alone waits for nobody.
  await expect(own.getByText("Shown", { exact: true })).toBeVisible();
  await own.getByRole("button", { name: "Take it back" }).click();
  await openDialog(page).getByRole("button", { name: "Take it back" }).click();
  await expect(own.getByText("You took your review back.")).toBeVisible();
});

test("without network a cancellation waits, can be taken back, and is done once; too late, it is refused as was said", async ({
  page,
  context,
}) => {
  const [yard, strict] = [
    await ownStation(page, { approval: "Auto" }),
    await ownStation(page, { approval: "Auto" }),
  ];
  const hours = (many: number) => Date.now() + many * 3_600_000;
  const [first, second] = yard.slots.filter(({ startsAt }) => Date.parse(startsAt) > hours(30));
  if (!first || !second) throw new Error("The station has no slots tomorrow.");
  const booking = await bookAt(page, yard.id, first);
  const driver = await clientOf(page, booking.nic);
  const late = await driver.send<{ id: string; number: string }>("POST", "/bookings", {
    stationId: strict.id,
    startsAt: second.startsAt,
    endsAt: second.endsAt,
  });
  await signIn(page, booking.nic);
  const paths = [booking.id, late.id].map((id) => `/owner/bookings/${id}`);
  const kept = () =>
    page.evaluate(async () => {
      const pages = await (await caches.open("baybook-pages")).keys();
      return pages.map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept, { timeout: 30_000 }).toEqual(expect.arrayContaining(paths));
  let sent = 0;
  context.on("response", (answer) => (sent += answer.url().endsWith("/cancel") ? 1 : 0));

  await context.setOffline(true);
  const pending = page.getByRole("main").getByText("Not sent yet", { exact: true });
  const cancel = async (path: string) => {
    await page.goto(path);
    await page.getByRole("button", { name: "Cancel booking" }).click();
    await expect(openDialog(page).getByText(/^You have no network\. This is sent/)).toBeVisible();
    await openDialog(page).getByRole("button", { name: "Cancel the booking" }).click();
    await expect(pending).toBeVisible();
    await expect(page.getByText(/it can no longer be cancelled\.$/)).toBeVisible();
  };
  await cancel(`/owner/bookings/${late.id}`);
  await cancel(`/owner/bookings/${booking.id}`);
  await page.getByRole("button", { name: "Do not cancel" }).click();
  await expect(page.getByText("Your booking stays.")).toBeVisible();
  await expect(pending).toHaveCount(0);
  await cancel(`/owner/bookings/${booking.id}`);
  await page.goto("/owner/bookings");
  await expect(
    page.getByRole("link", { name: new RegExp(booking.number) }).getByText("Not sent yet"),
  ).toBeVisible();

  // Meanwhile it becomes too late for one of them.
  await (
    await office(page)
  ).send("PUT", "/settings", {
    stationId: strict.id,
    values: { changeCutoffMinutes: 10_080 },
  });
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  const refused = page.getByRole("alert").filter({ hasText: late.number });
  await expect(refused.getByText(/at least 168 hours before the start/)).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(booking.number) })).toHaveCount(0);
  await expect(page.getByRole("link", { name: new RegExp(late.number) })).toBeVisible();
  await refused.getByRole("button", { name: "Understood" }).click();
  await expect(refused).toHaveCount(0);
  expect(sent).toBe(2);
  const { status, history } = await driver.get<{ status: string; history: { action: string }[] }>(
    `/bookings/${booking.id}`,
  );
  expect(status).toBe("CanceledByOwner");
  expect(history.filter(({ action }) => action === "Cancel")).toHaveLength(1);
});

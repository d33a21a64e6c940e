import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { arrivalAt, gateStation, operator, otherOperator } from "./gate";
import { clientOf, openDialog } from "./office";
import { comeAs, demoPassword } from "./people";

/** A check-in that a phone made without network, refused because a colleague had let the car in before. */
async function refusedCheckIn(page: Page) {
  const station = await gateStation(page);
  const booking = await arrivalAt(page, station);
  const colleague = await otherOperator(page, station.id);
  const first = await clientOf(page, colleague.email, demoPassword);
  await first.send("POST", "/sessions/checkin", { code: booking.code });
  const scannedAt = new Date(Date.now() - 40_000).toISOString();
  const path = "/sessions/checkin";
  const late = (await operator(page)).send("POST", path, { code: booking.code, scannedAt });
  await expect(late).rejects.toThrow("qr.already_used");
  return { station, booking, colleague };
}

test("the office reads both facts of a refused act, settles it with a reason, and finds it again", async ({
  page,
}) => {
  const { station, booking, colleague } = await refusedCheckIn(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/exceptions?stationId=${station.id}`);
  const card = page.getByRole("article", { name: `Check-in, ${booking.number}` });
  await expect(card.getByRole("heading", { name: "On the phone, without network" })).toBeVisible();
  await expect(card.getByRole("heading", { name: "Here, when it was sent" })).toBeVisible();
  await expect(card).toContainText(colleague.name);
  await expect(card).toContainText(/used already, at \d\d:\d\d/);
  await expect(card.getByRole("link", { name: "Open the booking" })).toHaveAttribute(
    "href",
    `/backoffice/bookings/${booking.id}`,
  );
  await expectNoFaults(page, "exceptions");

  await card.getByRole("button", { name: "Settle" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("What was done about it").fill("One car, scanned by both.");
  await dialog.getByRole("button", { name: "Settle" }).click();
  await expect(page.getByText("Nothing waits to be settled")).toBeVisible();

  await page.goto(`/backoffice/exceptions?stationId=${station.id}&settled=true`);
  await expect(card).toContainText("One car, scanned by both.");
  await expect(card).toContainText("Settled by");
  await expect(card.getByRole("button", { name: "Settle" })).toHaveCount(0);
});

test("an admin narrows the exceptions to a business, and settles one", async ({ page }) => {
  const { station, booking } = await refusedCheckIn(page);
  const { businessId } = await (
    await operator(page)
  ).get<{ businessId: string }>(`/stations/${station.id}`);
  await comeAs(page, "admin");
  await page.goto(`/admin/exceptions?businessId=${businessId}&stationId=${station.id}`);
  const card = page.getByRole("article", { name: `Check-in, ${booking.number}` });
  await card.getByRole("button", { name: "Settle" }).click();
  await openDialog(page).getByRole("button", { name: "Settle" }).click();
  await expect(page.getByText("Nothing waits to be settled")).toBeVisible();
});

import { expect, type Page, test } from "@playwright/test";

import { bookAt, openDialog, ownStation } from "./office";
import { comeAs } from "./people";

const unsent = "This could not be sent. Check your connection and try again.";

/** Whether what the page asks the server to do arrives. */
async function reach(page: Page, arrives: boolean): Promise<void> {
  await page.unrouteAll();
  if (!arrives) {
    await page.route("**/*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
  }
}

test("a form that does not arrive says so, keeps what was typed, and can be sent again", async ({
  page,
}) => {
  const name = `Quay ${crypto.randomUUID().slice(0, 8)}`;
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/stations/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Position").fill("40.7128, -74.006");
  await page.getByLabel("Current").selectOption("DC");
  await reach(page, false);
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.locator("form").getByRole("alert")).toHaveText(unsent);
  await expect(page.locator("[data-form-message]")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await expect(page.getByLabel("Current")).toHaveValue("DC");
  await page.getByRole("textbox", { name: /^Address/ }).fill("1 Quay Street");
  await page.getByRole("textbox", { name: /^Address/ }).press("Enter");
  await expect(page.getByText(unsent)).toHaveCount(2);
  await reach(page, true);
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a public form that does not arrive keeps what was typed, and goes on where its answer leads", async ({
  page,
}) => {
  const field = page.getByLabel("Email, identity number or phone");
  await page.goto("/forgot-password");
  await field.fill("nobody@example.test");
  await reach(page, false);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.locator("form").getByRole("alert")).toHaveText(unsent);
  await expect(field).toHaveValue("nobody@example.test");
  await reach(page, true);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/a link is on its way/)).toBeVisible();
});

test("a dialog that does not arrive keeps what was typed; cancelled, it opens without the refusal", async ({
  page,
}) => {
  const station = await ownStation(page);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/stations/${station.id}`);
  const dialog = openDialog(page);
  await page.getByRole("button", { name: "Add a connector" }).click();
  await dialog.getByLabel("Number").fill("7");
  await dialog.getByLabel("Power, kW").fill("150");
  await reach(page, false);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(unsent);
  await expect(dialog.getByLabel("Number")).toHaveValue("7");
  await reach(page, true);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("The connector was added.")).toBeVisible();

  await page.getByRole("button", { name: "Add a connector" }).click();
  await dialog.getByLabel("Number").fill("7");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Add a connector" }).click();
  await expect(dialog.getByLabel("Number")).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("without a network a button says so, a window that cannot come too, and the page stays", async ({
  page,
  context,
}) => {
  const station = await ownStation(page);
  const [slot] = station.slots.slice(30);
  if (!slot) throw new Error("no slots");
  const { number } = await bookAt(page, station.id, slot);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  const approve = page.getByRole("button", { name: `Approve ${number}` });
  await expect(approve).toBeVisible();
  await context.setOffline(true);
  await approve.click();
  // In the row; what is said in passing names the booking before it.
  await expect(page.getByText(unsent, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: `More for ${number}` }).click();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(page.getByText(/could not be opened/)).toBeVisible();
  await expect(approve).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("link", { name: number, exact: true }).click();
  const reject = page.getByRole("button", { name: "Reject", exact: true });
  await expect(reject).toBeVisible();
  await context.setOffline(true);
  await reject.click();
  await expect(page.getByText(/could not be opened/)).toBeVisible();
  await context.setOffline(false);
  await reject.click();
  await openDialog(page).getByRole("button", { name: "Go back" }).click();
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText(`${number} was approved.`)).toBeVisible();
});

test("an import that does not arrive is sent again without choosing the file anew", async ({
  page,
}) => {
  const key = crypto.randomUUID().slice(0, 8);
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/import");
  await reach(page, false);
  await page.getByLabel("Choose a file").setInputFiles({
    name: "stations.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num\n" +
        `A${key},Pier ${key},1 Pier Street,Albany,NY,12207,US,42.65,-73.75,2\n`,
    ),
  });
  await expect(page.locator("#main").getByRole("alert")).toContainText("could not be sent");
  await reach(page, true);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("button", { name: "Import 1 station" })).toBeVisible();
});

import { expect, type Page, test } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { arrivalAt, chargingAt, gateStation } from "./gate";
import { comeAs } from "./people";
import { untilSettled } from "./settled";
import { expectTargets } from "./targets";

/** A heading of an answer, or of whoever is awaited. */
const answer = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

async function openPage(page: Page, path: string): Promise<void> {
  await comeAs(page, "operator");
  await page.goto(path);
  await untilSettled(page);
}

test("Check in on a row of Today waits at the gate for that driver, whose code alone lets them in", async ({
  page,
}) => {
  const station = await gateStation(page);
  const [arrival, other] = [await arrivalAt(page, station), await arrivalAt(page, station)];
  await openPage(page, "/operator");
  const row = page.getByRole("listitem").filter({ hasText: arrival.owner });
  await row.getByRole("link", { name: "Check in" }).click();
  await page.waitForURL(`**/operator/scan?booking=${arrival.id}`);
  await expect(answer(page, arrival.owner)).toBeVisible();
  await expect(page.getByText(arrival.number)).toBeVisible();
  await untilSettled(page);
  await expectNoFaults(page, "while somebody is awaited");
  await expectTargets(page, "the gate while somebody is awaited");

  await type(page, other.code);
  await expect(answer(page, other.owner)).toBeVisible();
  await expect(page.getByText(`You were waiting for ${arrival.owner}.`)).toBeVisible();
  await page.getByRole("button", { name: "Back to the camera" }).click();
  await expect(answer(page, arrival.owner)).toBeVisible();

  await type(page, arrival.code);
  await page.getByRole("button", { name: "Check in on connector 1" }).click();
  await expect(answer(page, "Checked in")).toBeVisible();
  await page.getByRole("button", { name: "Scan the next" }).click();
  await expect(answer(page, arrival.owner)).toBeHidden();
  // The same address later: nobody is awaited, and it says why.
  await page.reload();
  await expect(page.getByText("This booking is checked in already")).toBeVisible();
});

test("who is awaited stays so after a mistyped code, and not where the bar's Scan is pressed", async ({
  page,
}) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await openPage(page, `/operator/scan?booking=${arrival.id}`);
  await expect(answer(page, arrival.owner)).toBeVisible();
  await type(page, "ABCD-EFGH");
  await expect(answer(page, "No booking has this code")).toBeVisible();
  await page.getByRole("button", { name: "Back to the camera" }).click();
  await expect(answer(page, arrival.owner)).toBeVisible();
  const navigation = page.getByRole("navigation").getByRole("link", { name: "Scan", exact: true });
  await navigation.filter({ visible: true }).first().click();
  await page.waitForURL((url) => url.search === "");
  await expect(answer(page, arrival.owner)).toBeHidden();
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
});

test("what the operator may not see has no link, and a booking of another day is not called cancelled", async ({
  page,
}) => {
  await openPage(page, "/operator/scan");
  await type(page, "BK-ZZZZ-ZZZZ");
  await expect(answer(page, "Not one of today’s bookings")).toBeVisible();
  await expect(page.getByText(/No booking of today at your stations has the number/)).toBeVisible();
  await expect(page.getByRole("link", { name: "See the booking" })).toHaveCount(0);
  // What was typed is there to be put right.
  await expect(page.getByLabel("Code", { exact: true })).toHaveValue("BK-ZZZZ-ZZZZ");
  await page.goto(`/operator/scan?booking=${crypto.randomUUID()}`);
  await expect(page.getByText("This booking is not to be checked in now")).toBeVisible();
});

test("a booking's number is known at the gate: whose code to ask for, or how the booking stands", async ({
  page,
}) => {
  const station = await gateStation(page);
  const [arrival, charging] = [await arrivalAt(page, station), await chargingAt(page, station)];
  await openPage(page, "/operator/scan");
  await type(page, arrival.number.replaceAll("-", "").toLowerCase());
  await expect(answer(page, arrival.owner)).toBeVisible();
  await page.getByRole("button", { name: "Someone else" }).click();
  await expect(answer(page, arrival.owner)).toBeHidden();

  await type(page, charging.number);
  await expect(answer(page, `${charging.number} is not to come now`)).toBeVisible();
  await page.getByRole("link", { name: "See the booking" }).click();
  await expect(page.getByRole("article").filter({ hasText: charging.owner })).toBeVisible();
  await page.goto(`/operator/search?q=${arrival.number}`);
  await page.getByRole("article").getByRole("link", { name: "Check in" }).click();
  await expect(answer(page, arrival.owner)).toBeVisible();
});

test("a code that is too short leaves no answer of the code before", async ({ page }) => {
  await openPage(page, "/operator/scan");
  await type(page, "ZZZZ-9999");
  await expect(answer(page, "No booking has this code")).toBeVisible();
  await type(page, "123");
  await expect(page.getByText("Type the 8 characters under the driver’s code.")).toBeVisible();
  await expect(answer(page, "No booking has this code")).toBeHidden();
  const field = page.getByLabel("Code", { exact: true });
  await expect(field).toHaveValue("123");
  await expect(field).toBeFocused();
});

test("what an operator typed and did not send is not lost by a link without a question", async ({
  page,
}) => {
  const { id } = await chargingAt(page, await gateStation(page));
  const asked: string[] = [];
  let goes = false;
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await (goes ? dialog.accept() : dialog.dismiss());
  });
  const leave = () =>
    page.getByRole("link", { name: "Today" }).filter({ visible: true }).first().click();
  const forms = [
    ["/operator/walk-up", "Number plate"],
    [`/operator/session?booking=${id}`, "Add a note"],
    [`/operator/session?booking=${id}#finish`, "Energy, kWh"],
  ] as const;
  await openPage(page, "/operator");
  for (const [at, [path, label]] of forms.entries()) {
    goes = false;
    await page.goto(path);
    await untilSettled(page);
    await page.getByLabel(label).fill("12");
    await leave();
    await expect(page.getByLabel(label)).toHaveValue("12");
    expect(asked).toHaveLength(2 * at + 1);
    goes = true;
    await leave();
    await page.waitForURL("**/operator");
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(page.getByLabel(label)).toHaveCount(0);
    expect(asked).toHaveLength(2 * at + 2);
  }
});

test("a note and what is typed to finish stay on the way between the two, and leaving asks", async ({
  page,
}) => {
  const { id } = await chargingAt(page, await gateStation(page));
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const leave = () =>
    page.getByRole("link", { name: "Today" }).filter({ visible: true }).first().click();
  const turn = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const [note, energy] = [page.getByLabel("Add a note"), page.getByLabel("Energy, kWh")];
  await openPage(page, `/operator/session?booking=${id}`);
  await note.fill("Cable was hot");
  await turn("Finish and charge");
  await expect(page.getByText("The note that you typed is added")).toBeVisible();
  await turn("Back");
  await expect(note).toHaveValue("Cable was hot");
  await note.fill("");
  await turn("Finish and charge");
  await energy.fill("12");
  await turn("Back");
  await leave();
  await expect.poll(() => asked.length).toBe(1);
  await turn("Finish and charge");
  await expect(energy).toHaveValue("12");
  await energy.fill("");
  // Another way of payment is said as well.
  await page.getByText("Card", { exact: true }).click();
  await page.goBack();
  await expect(page.getByRole("timer")).toBeVisible();
  await leave();
  await expect.poll(() => asked.length).toBe(2);
});

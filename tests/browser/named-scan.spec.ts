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
  await expect(page.getByText("This booking is not to be checked in any more")).toBeVisible();
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

import { expect, type Locator, type Page, test } from "@playwright/test";

import { browserWithCamera, phoneOf } from "./fake-camera";
import { arrivalAt, gateStation } from "./gate";
import { comeAs } from "./people";
import { untilSettled } from "./settled";

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

/** How often the phone has asked the server to check somebody in. */
function countCheckIns(page: Page): () => number {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/sessions/checkin")) sent += 1;
  });
  return () => sent;
}

/** Taps twice in one place, so many milliseconds apart, whatever stands there by then. */
async function tapTwice(button: Locator, apart: number): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  // Timed in the page: on a busy machine a second tap from here comes whenever it may.
  await button.evaluate(async (element, apart) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2 };
    const tap = () =>
      document
        .elementFromPoint(at.clientX, at.clientY)
        ?.dispatchEvent(
          new MouseEvent("click", { ...at, bubbles: true, cancelable: true, detail: 1 }),
        );
    tap();
    await new Promise((done) => setTimeout(done, apart));
    tap();
  }, apart);
}

for (const [how, press] of [
  ["a double click", (button: Locator) => button.dblclick()],
  ["two taps 20 ms apart", (button: Locator) => tapTwice(button, 20)],
  ["two taps half a second apart", (button: Locator) => tapTwice(button, 500)],
  [
    "two presses of a key",
    (button: Locator) =>
      button.evaluate((element: HTMLElement) => {
        element.click();
        element.click();
      }),
  ],
] as const) {
  test(`${how} on Check in: one check-in, and the green card stays`, async ({ page }) => {
    const arrival = await arrivalAt(page, await gateStation(page));
    await openPage(page, "/operator/scan");
    const sent = countCheckIns(page);
    await type(page, arrival.code);
    await press(page.getByRole("button", { name: "Check in on connector 1" }));
    await expect(answer(page, "Checked in")).toBeVisible();
    await expect(page.getByText(`${arrival.owner} charges on connector 1.`)).toBeVisible();
    // A second one would have been sent, or the page left, by now.
    await page.waitForTimeout(1_000);
    await expect(answer(page, "Checked in")).toBeVisible();
    expect([sent(), new URL(page.url()).pathname]).toEqual([1, "/operator/scan"]);
  });
}

test("while the answer is slow, a second tap opens nothing, and one that is meant does", async ({
  page,
}) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await openPage(page, "/operator/scan");
  const sent = countCheckIns(page);
  await page.route("**/api/v1/sessions/checkin", async (route) => {
    await new Promise((done) => setTimeout(done, 2_000));
    await route.continue();
  });
  await type(page, arrival.code);
  await tapTwice(page.getByRole("button", { name: "Check in on connector 1" }), 100);
  await expect(answer(page, "Checked in")).toBeVisible();
  expect([sent(), new URL(page.url()).pathname]).toEqual([1, "/operator/scan"]);
  await page.getByRole("link", { name: "Open the session" }).click();
  await page.waitForURL(`**/operator/session?booking=${arrival.id}`);
});

test("a double tap on Check finds whose code to ask for, and no fault", async ({ page }) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  await openPage(page, "/operator/scan");
  await page.getByLabel("Code", { exact: true }).fill(arrival.number);
  const check = page.getByRole("button", { name: "Check", exact: true });
  await check.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
  await expect(answer(page, arrival.owner)).toBeVisible();
  await expect(page.getByText("Type the 8 characters under the driver’s code.")).toBeHidden();
});

test("the field for the code is in sight below the camera, be somebody awaited or not", async ({
  page,
}) => {
  const arrival = await arrivalAt(page, await gateStation(page));
  const browser = await browserWithCamera(null);
  try {
    const phone = await (await phoneOf(browser)).newPage();
    await comeAs(phone, "operator");
    for (const [query, isSaid] of [
      ["", phone.getByText("Hold the driver’s code in front of the camera.")],
      [`?booking=${arrival.id}`, answer(phone, arrival.owner)],
      [`?booking=${crypto.randomUUID()}`, phone.getByText("is not to be checked in now")],
    ] as const) {
      await phone.goto(`/operator/scan${query}`);
      await untilSettled(phone);
      await expect(isSaid).toBeVisible();
      await expect(phone.locator("#scan-camera video")).toBeVisible();
      const field = await phone.getByLabel("Code", { exact: true }).boundingBox();
      const bar = await phone
        .getByRole("navigation")
        .filter({ visible: true })
        .last()
        .boundingBox();
      if (!field || !bar) throw new Error("There is no field, or no bar.");
      expect(field.y + field.height, `the field at ${query}`).toBeLessThan(bar.y);
      const camera = await phone.locator("#scan-camera").locator("../..").boundingBox();
      expect(camera?.height, `the camera at ${query}`).toBeGreaterThan(240);
    }
  } finally {
    await browser.close();
  }
});

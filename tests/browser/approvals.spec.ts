import { expect, type Locator, type Page, test } from "@playwright/test";

import { bookAt, openDialog, ownStation, tabTo, waitingBookings } from "./office";
import { comeAs } from "./people";

const soon = 30;

/** Presses an Undo once it takes presses: for a moment they count as the second of a double click. */
async function takeBack(page: Page, name: string) {
  const button = page.getByRole("button", { name });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 500 });
    await expect(button).toBeHidden({ timeout: 100 });
  }).toPass();
}

test("the office approves and rejects with the keyboard alone", async ({ page, isMobile }) => {
  test.skip(isMobile, "A phone has no keyboard.");
  const station = await ownStation(page);
  const [slot, other] = station.slots.slice(soon);
  if (!slot || !other) throw new Error("no slots");
  const first = await bookAt(page, station.id, slot);
  const second = await bookAt(page, station.id, other);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  await tabTo(page, page.getByRole("button", { name: `Approve ${first.number}` }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${first.number} was approved.`)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(first.number) })).toContainText("Approved");
  // The focus has gone on to the next that waits.
  await expect(page.getByRole("button", { name: `Approve ${second.number}` })).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: `More for ${second.number}` }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  const dialog = openDialog(page);
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByLabel("Reason"));
  await page.keyboard.type("The street is closed that day.");
  await tabTo(page, dialog.getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${second.number} was rejected.`)).toBeVisible();
  await page.getByRole("link", { name: second.number }).click();
  await expect(page.getByText("The street is closed that day.").first()).toBeVisible();
});

test("S7: what waits for approval stands by urgency, the soonest first", async ({ page }) => {
  const station = await ownStation(page);
  const [soonest, later] = station.slots.slice(soon);
  if (!soonest || !later) throw new Error("no slots");
  const urgent = await bookAt(page, station.id, soonest);
  const other = await bookAt(page, station.id, later);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?stationId=${station.id}`);
  const numbers = page.locator("tbody th");
  await expect(numbers).toHaveText([other.number, urgent.number]);
  await page.getByRole("link", { name: /^Waiting/ }).click();
  await expect(page).toHaveURL(/view=waiting/);
  await expect(numbers).toHaveText([urgent.number, other.number]);
  await expect(page.getByText("the soonest first")).toBeVisible();
});

test("S8: several are approved at once, taken back, and stay where they stood", async ({
  page,
}) => {
  const station = await ownStation(page);
  const slots = station.slots.slice(soon, soon + 3);
  const made = [];
  for (const slot of slots) made.push(await bookAt(page, station.id, slot));
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?view=waiting&stationId=${station.id}`);
  const numbers = page.locator("tbody th");
  const order = made.map(({ number }) => number);
  await expect(numbers).toHaveText(order);
  // That of the table's head, or the one that a phone has instead.
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: "Approve 3" }).click();
  await takeBack(page, `Undo the approval of ${order[1]}`);
  await expect(page.getByText(`${order[1]} waits as before.`)).toBeVisible();
  await expect(page.getByText("3 bookings were approved.")).toHaveCount(0);
  await expect(page.getByText("2 bookings were approved.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Waiting 1" })).toBeVisible();
  // Nothing has moved under the pointer until the next visit.
  await expect(numbers).toHaveText(order);
  await expect(page.getByRole("button", { name: /^Approve BK/ })).toHaveCount(1);
  // Whoever leaves within the five seconds meant what they pressed.
  await page.getByRole("button", { name: `Approve ${order[1]}` }).click();
  await page.goto("/terms");
  await page.goto(`/backoffice/bookings?view=waiting&stationId=${station.id}`);
  await expect(page.getByText("No bookings here")).toBeVisible();
});

/** Presses twice, so many milliseconds apart, whatever stands there by then; `null` is a double click. */
async function pressTwice(button: Locator, apart: number | null) {
  if (apart === null) return button.dblclick();
  await button.scrollIntoViewIfNeeded();
  // The second says itself when it was: on a busy machine it would come whenever it may.
  await button.evaluate(async (element, apart) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const began = performance.now();
    const press = (after: number) => {
      const there = document.elementFromPoint(x + width / 2, y + height / 2);
      const click = new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 });
      Object.defineProperty(click, "timeStamp", { value: began + after });
      there?.closest("button")?.dispatchEvent(click);
    };
    press(0);
    await new Promise((done) => setTimeout(done, apart));
    press(apart);
  }, apart);
}

for (const [how, apart] of [
  ["a double click", null],
  ["two presses half a second apart", 500],
] as const) {
  test(`${how} on Approve: the second takes nothing back`, async ({ page }) => {
    const station = await ownStation(page);
    const made = [];
    for (const slot of station.slots.slice(soon, soon + 3)) {
      made.push(await bookAt(page, station.id, slot));
    }
    const [first] = made;
    await comeAs(page, "backoffice");
    await page.goto(`/backoffice/bookings?view=waiting&stationId=${station.id}`);
    const approve = page.getByRole("button", { name: `Approve ${first?.number}` });
    await pressTwice(approve, apart);
    await expect(page.getByText(`${first?.number} was approved.`)).toBeVisible();

    // The bar of those that are approved together has its Undo where its Approve was, too.
    await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
    await pressTwice(page.getByRole("button", { name: "Approve 2" }), apart);
    await expect(page.getByText("2 bookings were approved.")).toBeVisible();
  });
}

test("a held Enter on Approve approves once, and not the next that has the focus then", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "A phone has no keyboard.");
  const { list, made } = await waitingBookings(page, 2);
  const [first, second] = made;
  await comeAs(page, "backoffice");
  await page.goto(list);
  await page.getByRole("button", { name: `Approve ${first?.number}` }).focus();
  await page.keyboard.down("Enter");
  // A key that is down already comes again as a repeated one.
  await expect(async () => {
    await page.keyboard.down("Enter");
    await expect(page.getByText(`${first?.number} was approved.`)).toBeVisible({ timeout: 100 });
  }).toPass({ intervals: [100], timeout: 15_000 });
  const next = page.getByRole("button", { name: `Approve ${second?.number}` });
  await expect(next).toBeFocused();
  for (let times = 0; times < 3; times += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(next).toBeFocused();
  // Pressed anew it does.
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("button", { name: `Undo the approval of ${second?.number}` }),
  ).toBeVisible();
});

test("what new bookings push to the next page keeps its place, its tick and its five seconds", async ({
  page,
}) => {
  const station = await ownStation(page);
  const [early, earlier, ...slots] = station.slots.slice(soon, soon + 6);
  if (!early || !earlier) throw new Error("no slots");
  const made = [];
  for (const slot of slots) made.push(await bookAt(page, station.id, slot));
  const [top, ticked, last] = made.map(({ number }) => number);
  await comeAs(page, "backoffice");
  await page.goto(`/backoffice/bookings?view=waiting&stationId=${station.id}&limit=3`);
  const tick = page.getByRole("checkbox", { name: `Choose ${ticked}` });
  await tick.check();
  const approve = page.getByRole("button", { name: `Approve ${last}`, exact: true });
  const sent = page.waitForRequest(/\/approve$/).then(() => Date.now());
  await approve.click();
  const pressedAt = Date.now();
  const fresh = await Promise.all([early, earlier].map((slot) => bookAt(page, station.id, slot)));
  const numbers = page.locator("tbody th");
  await expect(numbers).toHaveText([
    ...fresh.map(({ number }) => number),
    top ?? "",
    ticked ?? "",
    last ?? "",
  ]);
  expect((await sent) - pressedAt).toBeGreaterThan(4_500);
  await expect(page.getByText(`${last} was approved.`)).toBeVisible();
  await expect(page.getByText("No longer waiting")).toHaveCount(0);
  await expect(tick).toBeChecked();
  await expect(tick).toBeEnabled();
  await page.getByRole("button", { name: "Approve 1", exact: true }).click();
  await expect(page.getByText(`${ticked} was approved.`)).toBeVisible();
});

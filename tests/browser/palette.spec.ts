import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

import { comeAs, signIn } from "./people";

/** The first booking, station and owner that the office has, from the API. */
async function known(page: Page) {
  const answer = await page.request.get("/api/v1/bookings?limit=1&sort=-startsAt");
  const { data } = (await answer.json()) as {
    data: {
      id: string;
      number: string;
      stationId: string;
      stationName: string;
      ownerId: string;
      ownerNic: string;
    }[];
  };
  const [booking] = data;
  if (!booking) throw new Error("The demo has no booking.");
  return booking;
}

/** Opens the palette by its key, once the page listens, and types. */
async function typed(page: Page, text: string): Promise<void> {
  const input = page.getByRole("combobox", { name: "Search and go to" });
  await expect(async () => {
    // Pressed again it closes: only where the first came before the page listened.
    if (!(await input.isVisible())) await page.keyboard.press("Control+k");
    await expect(input).toBeFocused({ timeout: 5_000 });
  }).toPass();
  await page.keyboard.type(text);
}

/** The line that Enter would take, as the input names it to screen readers. */
async function activeLine(page: Page) {
  const id = await page.getByRole("combobox").getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`);
}

/** Goes down until a line with the text is active, and takes it. */
async function take(page: Page, text: string): Promise<void> {
  const everywhere = "Search everywhere";
  const lines = page.getByRole("option").filter({ hasText: text, hasNotText: everywhere });
  await expect(lines.first()).toBeVisible();
  for (let step = await page.getByRole("option").count(); step > 0; step -= 1) {
    const words = (await (await activeLine(page)).textContent()) ?? "";
    if (words.includes(text) && !words.includes(everywhere)) break;
    await page.keyboard.press("ArrowDown");
  }
  await expect(await activeLine(page)).toContainText(text);
  await page.keyboard.press("Enter");
}

test("the palette finds a station, a booking and an owner by keyboard alone", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  const { id, number, stationId, stationName, ownerId, ownerNic } = await known(page);
  await typed(page, stationName);
  await take(page, stationName);
  await expect(page).toHaveURL(new RegExp(`/backoffice/stations/${stationId}$`));

  await page.goto("/backoffice");
  await typed(page, number);
  // As the pages write times, with the zone.
  await expect(
    page.getByRole("option").filter({ hasText: number, hasNotText: "Search everywhere" }),
  ).toContainText(/[A-Z][a-z]{2} .*\d{2}.* New York/);
  await take(page, number);
  await expect(page).toHaveURL(new RegExp(`/backoffice/bookings/${id}$`));

  await page.goto("/backoffice");
  await typed(page, ownerNic);
  await take(page, ownerNic);
  await expect(page).toHaveURL(new RegExp(`/backoffice/owners/${ownerId}$`));
});

test("who calls is found by plate, phone or email, in two keys and Enter", async ({ page }) => {
  await comeAs(page, "backoffice");
  const { ownerId, number } = await known(page);
  const read = async (path: string) => {
    const answer = await page.request.get(`/api/v1/${path}`);
    return ((await answer.json()) as { data: Record<string, string>[] }).data;
  };
  const owner = (await read("owners?limit=100")).find(({ id }) => id === ownerId);
  const booked = (await read("bookings?limit=1&sort=-startsAt"))[0];
  if (!owner?.["phone"] || !owner["email"] || !booked?.["vehiclePlate"]) {
    throw new Error("The demo's last driver has no phone, email or plate.");
  }
  const name = owner["name"] ?? "";
  for (const said of [owner["phone"], owner["email"]]) {
    await page.goto("/backoffice");
    await typed(page, said);
    await take(page, name);
    await expect(page).toHaveURL(new RegExp(`/backoffice/owners/${ownerId}$`));
  }
  await page.goto("/backoffice");
  // As it is read out, without what stands between.
  await typed(page, booked["vehiclePlate"].replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase());
  await take(page, number);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
});

test("a deed is offered to what it can be done to, and nothing is called nothing beside it", async ({
  page,
}) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  const answer = await page.request.get("/api/v1/bookings?status=Approved&limit=1");
  const { data } = (await answer.json()) as { data: { number: string }[] };
  const number = data[0]?.number ?? "";
  await typed(page, `move ${number}`);
  await expect(page.getByRole("option", { name: `Move ${number}` })).toBeVisible();
  await page.getByRole("combobox").fill(`approve ${number}`);
  await expect(page.getByRole("option").filter({ hasText: number }).first()).toBeVisible();
  await expect(page.getByRole("option", { name: `Approve ${number}` })).toHaveCount(0);
  await page.getByRole("combobox").fill("closing");
  await expect(
    page.getByRole("option", { name: "Close dates, such as a holiday, at your stations" }),
  ).toBeVisible();
  await expect(page.getByText(/^Nothing found/)).toHaveCount(0);
});

test("the palette goes to pages, and closes on Escape empty", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  await typed(page, "driv");
  await expect(page.getByRole("option", { name: "Drivers" })).toBeVisible();
  await take(page, "Drivers");
  await expect(page).toHaveURL(/\/backoffice\/owners$/);
  // A deed alone leads to where it is done.
  for (const [deed, place] of [
    ["approve", "Approve or reject bookings that wait"],
    ["move", "Move bookings out of conflicts"],
    ["close", "Close dates, such as a holiday"],
  ] as const) {
    await typed(page, deed);
    await expect(page.getByRole("option").filter({ hasText: place })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await typed(page, "add a st");
  await expect(await activeLine(page)).toContainText("Add a station");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await typed(page, "");
  await expect(page.getByRole("combobox")).toHaveValue("");
});

test("the palette opens by its button, and says when it finds nothing", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  await page.getByRole("button", { name: "Search and go to" }).click();
  await page.getByRole("combobox", { name: "Search and go to" }).fill("zzzz-nothing");
  await expect(page.getByText("Nothing found for “zzzz-nothing”.")).toBeVisible();
  await page.getByRole("combobox").fill("st");
  await expect(page.getByRole("group", { name: "Stations" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("a day said with a name finds in the palette what the search page finds", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  const answer = await page.request.get("/api/v1/owners?limit=1");
  const { data } = (await answer.json()) as { data: { name: string }[] };
  const name = data[0]?.name ?? "";
  // In another order, with a blank too many, and with a day.
  const said = `${name.split(" ").toReversed().join("  ")} 3rd december`;
  await typed(page, said);
  await expect(page.getByRole("option").filter({ hasText: name }).first()).toBeVisible();
  await expect(page.getByText(/^On .*December 3.*: \d+ result/)).toBeVisible();
  await expect(page.getByText("did you mean one of these?")).toHaveCount(0);
  await page.goto(`/backoffice/search?${new URLSearchParams({ q: said })}`);
  await expect(page.getByRole("region", { name: /^Drivers/ })).toContainText(name);
});

test("a text that is too long to be searched for stays, and says so", async ({ page }) => {
  await comeAs(page, "backoffice");
  const long = "x".repeat(101);
  for (const path of ["bookings?view=upcoming&search=", "search?q=", "tariffs?search="]) {
    await page.goto(`/backoffice/${path}${long}`);
    const field = page.getByRole("searchbox").first();
    await expect(field).toHaveValue(long);
    await expect(field).toHaveAccessibleDescription("At most 100 characters.");
    await expect(field).toHaveAttribute("maxlength", "100");
    await expect(page.locator("tbody th")).toHaveCount(0);
    await expect(page.getByText("What are you looking for?")).toHaveCount(0);
  }
  await typed(page, "y".repeat(150));
  await expect(page.getByRole("combobox")).toHaveValue("y".repeat(100));
  await expect(page.getByText(/^Nothing found/)).toBeVisible();
});

test("the search page keeps what it shows in the address", async ({ page }) => {
  await comeAs(page, "backoffice");
  const { number, ownerNic } = await known(page);
  await page.goto("/backoffice/search");
  await page.getByRole("searchbox").fill(ownerNic);
  await page.waitForURL(new RegExp(`q=${ownerNic}`));
  const owners = page.getByRole("region", { name: /^Drivers/ });
  await expect(owners).toContainText(ownerNic);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue(ownerNic);
  await expect(owners).toContainText(ownerNic);
  await page.getByRole("searchbox").fill(number);
  await expect(page.getByRole("region", { name: /^Bookings/ })).toContainText(number);
});

test("the palette does what no page does: the theme, and signing out", async ({ page }) => {
  // With a login of its own: signing out ends it on the server.
  await signIn(page, "backoffice");
  await typed(page, "dark");
  await take(page, "Theme: Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // What is typed into a palette that is just closing is lost.
  await expect(page.getByRole("combobox", { name: "Search and go to" })).toBeHidden();
  await typed(page, "add an op");
  await take(page, "Add an operator");
  await expect(page).toHaveURL(/\/backoffice\/operators\/new$/);
  // Half a form would be lost: one is asked, once, and goes.
  await page.getByRole("textbox", { name: "Name" }).fill("Half");
  let asked = 0;
  page.on("dialog", async (dialog) => {
    asked += 1;
    await dialog.accept();
  });
  await typed(page, "sign out");
  await take(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect(asked).toBe(1);
  await page.goto("/backoffice");
  await expect(page).toHaveURL(/\/login/);
});

test("operators and owners have no palette", async ({ page }) => {
  await comeAs(page, "owner");
  await page.goto("/owner");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Search and go to" })).toHaveCount(0);
});

test("a kind that holds more than is shown says how many it holds, as the search page does", async ({
  page,
}) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  await typed(page, "new york");
  // The demo's office runs more stations there than are shown.
  await expect(page.getByRole("group", { name: /^Stations 8 of \d+$/ })).toBeVisible();
  await expect(page.getByText(/^\d+ of [\d,]+ results$/)).toBeVisible();
});

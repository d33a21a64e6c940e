import { expect, test, type Page } from "@playwright/test";

import { bookAt, clientOf, office, openDialog, ownStation, tabTo } from "./office";
import { comeAs, people } from "./people";
import { untilSettled } from "./settled";

/** A business asks for an account; its name is the test's own. */
async function ask(page: Page): Promise<string> {
  const key = crypto.randomUUID().slice(0, 8);
  const name = `Asking ${key}`;
  const answer = await page.request.post("/api/v1/businesses", {
    data: {
      businessName: name,
      contact: { name: "Ida Asking", email: `ida-${key}@example.test`, phone: "+12125550123" },
      timeZone: "America/New_York",
    },
  });
  expect(answer.status()).toBe(202);
  return name;
}

test("an admin approves one request and rejects another with the keyboard alone", async ({
  page,
}) => {
  const [first, second] = [await ask(page), await ask(page)];
  await comeAs(page, "admin");
  await page.goto("/admin/requests");
  const card = (name: string) => page.getByRole("article", { name });
  await tabTo(page, card(first).getByRole("button", { name: "Approve" }));
  await page.keyboard.press("Enter");
  await expect(openDialog(page)).toContainText(`Approve ${first}?`);
  // What is wrong is said at its field, and what was typed stays.
  await tabTo(page, openDialog(page).getByLabel("Another email for the first login"));
  await page.keyboard.type(people.admin.email);
  await tabTo(page, openDialog(page).getByLabel("First password"));
  await page.keyboard.press("Enter");
  const email = openDialog(page).getByLabel("Another email for the first login");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue(people.admin.email);
  await email.fill("");
  await tabTo(page, openDialog(page).getByLabel("First password"));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${first} was approved.`)).toBeVisible();
  await expect(card(first)).toHaveCount(0);

  await tabTo(page, card(second).getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await tabTo(page, openDialog(page).getByLabel("Reason"));
  await page.keyboard.type("No such company.");
  await tabTo(page, openDialog(page).getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${second} was rejected.`)).toBeVisible();
  await page.goto(`/admin/businesses?search=${encodeURIComponent(second)}`);
  await page.getByRole("link", { name: second }).click();
  await expect(page.getByText("No such company.").first()).toBeVisible();
});

test("a setting is changed, shows where it comes from, is refused when wrong, and taken back", async ({
  page,
}) => {
  await comeAs(page, "admin");
  await page.goto("/admin/settings");
  const title = "Longest booking (slots)";
  await page.getByRole("button", { name: `Change: ${title}` }).click();
  await openDialog(page).getByLabel("Value").fill("many");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(openDialog(page).getByLabel("Value")).toHaveAttribute("aria-invalid", "true");
  await openDialog(page).getByLabel("Value").fill("6");
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("listitem").filter({ hasText: title });
  await expect(row).toContainText("Set for the platform");
  await row.getByRole("button", { name: `More for ${title}` }).click();
  await row.getByRole("button", { name: `Remove this value: ${title}` }).click();
  await openDialog(page).getByRole("button", { name: "Remove" }).click();
  await expect(row).toContainText("Usual value");
});

test("audits are filtered by what was done, and messages that were kept can be read", async ({
  page,
}) => {
  const name = await ask(page);
  await comeAs(page, "admin");
  await page.goto("/admin/audits?action=Request&entity=Business");
  await expect(page.getByRole("row").nth(1)).toContainText("asked for an account");
  await page.getByRole("searchbox", { name: "Who did it" }).fill("nobody of this name");
  await expect(page.getByText("Nothing recorded")).toBeVisible();
  expect(name).toBeTruthy();
  await page.goto("/admin/messages?status=Kept");
  await page
    .getByRole("button", { name: /^Read the message/ })
    .first()
    .click();
  await expect(openDialog(page)).toBeVisible();
});

test("health says of every job how it does, how deep the queues are, and stays up to date", async ({
  page,
}) => {
  await comeAs(page, "admin");
  await page.clock.install();
  await page.goto("/admin/health");
  for (const job of ["Slots", "No-shows", "Recount", "Events"]) {
    await expect(page.getByText(job, { exact: true })).toBeVisible();
  }
  for (const figure of ["Jobs waiting", "Events waiting", "Messages waiting"]) {
    await expect(page.getByRole("term").filter({ hasText: figure })).toBeVisible();
  }
  const again = page.waitForRequest(
    (request) => request.url().includes("/admin/health") && "rsc" in request.headers(),
  );
  await untilSettled(page);
  await page.clock.fastForward("00:20");
  await again;
});

test("an admin deactivates, reactivates and blocks an account, which can sign in or not accordingly", async ({
  page,
  request,
}) => {
  const key = crypto.randomUUID().slice(0, 8);
  const person = { name: `Olga ${key}`, email: `olga-${key}@example.test` };
  const password = "first day 42 olga";
  await (await office(page)).send("POST", "/operators", { ...person, password, stationIds: [] });
  const login = async () => {
    const data = { username: person.email, password };
    // Without the admin's cookies, which would ask where the call comes from.
    const answer = await request.post("/api/v1/auth/login", { data });
    return ((await answer.json()) as { code?: string }).code ?? "done";
  };
  expect(await login()).toBe("done");
  await comeAs(page, "admin");
  await page.goto(`/admin/users?search=${key}`);
  const row = page.getByRole("row", { name: new RegExp(person.name) });
  const business = await row.getByRole("link").textContent();
  await expect(page.getByLabel("Business").locator("option")).toContainText([business ?? ""]);

  await row.getByRole("button", { name: "Deactivate" }).click();
  await openDialog(page).getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText(`${person.name} was deactivated.`)).toBeVisible();
  await expect(row).toContainText("Deactivated");
  expect(await login()).toBe("login.deactivated");

  await row.getByRole("button", { name: "Reactivate" }).click();
  await openDialog(page).getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText(`${person.name} is active again.`)).toBeVisible();
  expect(await login()).toBe("done");

  await expect(row.getByRole("button", { name: "Deactivate" })).toHaveText("Deactivate");
  await row.getByRole("button", { name: `More for ${person.name}` }).click();
  await row.getByRole("button", { name: "Block" }).click();
  await openDialog(page).getByLabel("Reason").fill("Shared the password.");
  await openDialog(page).getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(`${person.name} was blocked.`)).toBeVisible();
  await expect(row).toContainText("Blocked");
  expect(await login()).toBe("login.blocked");
});

test("an admin approves and rejects a business's bookings, and deactivates its station", async ({
  page,
}) => {
  const station = await ownStation(page);
  const [slot, other] = station.slots.slice(30);
  if (!slot || !other) throw new Error("no slots");
  const first = await bookAt(page, station.id, slot);
  const second = await bookAt(page, station.id, other);
  await comeAs(page, "admin");
  await page.goto(`/admin/stations?search=${encodeURIComponent(station.name)}`);
  await page.getByRole("link", { name: station.name }).click();
  const places = page.getByRole("navigation", { name: station.name });
  await places.getByRole("link", { name: "Bookings" }).click();
  await expect(page.getByLabel("Station").locator("option:checked")).toHaveText(station.name);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: `Approve ${first.number}` }).click();
  await expect(page.getByText(`${first.number} was approved.`)).toBeVisible();
  await page.getByRole("button", { name: `More for ${second.number}` }).click();
  await page.getByRole("button", { name: "Reject" }).click();
  await openDialog(page).getByLabel("Reason").fill("The street is closed that day.");
  await openDialog(page).getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText(`${second.number} was rejected.`)).toBeVisible();

  await page.goto(`/admin/stations/${station.id}`);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(openDialog(page)).toContainText("1 booking is still to come");
  await openDialog(page).getByRole("listitem").getByRole("link").click();
  await expect(page).toHaveURL(/\/admin\/bookings\?/);
  await expect(page.getByRole("link", { name: first.number })).toBeVisible();
  await page.getByRole("button", { name: `More for ${first.number}` }).click();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await openDialog(page).getByLabel("Reason").fill("The station closes.");
  await openDialog(page).getByRole("button", { name: "Cancel the booking" }).click();
  await expect(page.getByText(`${first.number} was cancelled.`)).toBeVisible();

  await page.goto(`/admin/stations/${station.id}`);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await openDialog(page).getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("The station was deactivated.")).toBeVisible();
  await expect(page.getByText("Inactive", { exact: true })).toBeVisible();
});

test("an admin's lists are narrowed to one business, whose page counts what it has", async ({
  page,
}) => {
  const api = await clientOf(page, people.admin.email);
  const [own] = await (await office(page)).get<{ id: string }[]>("/stations?mine=true&limit=1");
  const { businessId } = await api.get<{ businessId: string }>(`/stations/${own?.id}`);
  const { name } = await api.get<{ name: string }>(`/businesses/${businessId}`);
  await comeAs(page, "admin");
  for (const list of ["Stations", "Operators", "Office users", "Bookings"]) {
    await page.goto(`/admin/businesses/${businessId}`);
    const figure = page.getByRole("main").getByRole("link", { name: new RegExp(`^${list}`) });
    const count = /[\d,]+$/.exec((await figure.textContent()) ?? "")?.[0];
    await figure.click();
    await expect(page.getByLabel("Business").locator("option:checked")).toHaveText(name);
    const range = page.getByText(new RegExp(`of ${count}$`));
    await expect(count === "0" ? page.getByRole("table") : range.first(), list).toBeVisible();
  }
});

test("an admin's new station says whose it is: nobody is chosen by chance", async ({ page }) => {
  const name = `Dock ${crypto.randomUUID().slice(0, 8)}`;
  await comeAs(page, "admin");
  await page.goto("/admin/stations/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Position").fill("42.65, -73.75");
  await page.getByLabel("How many").fill("2");
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByLabel("Business")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await page.getByLabel("Business").selectOption({ index: 1 });
  const business = await page.getByLabel("Business").locator("option:checked").textContent();
  await page.getByRole("button", { name: "Add a station" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("link", { name: business ?? "" })).toBeVisible();
});

import { expect, test } from "@playwright/test";

import { clientOf, ownStation } from "./office";
import { comeAs, people } from "./people";

const unique = () => crypto.randomUUID().slice(0, 8);

test("the office adds an operator with stations, changes them, and deactivates the account", async ({
  page,
}) => {
  const name = `Olive ${unique()}`;
  const email = `${name.replace(" ", ".").toLowerCase()}@example.test`;
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/operators");
  await page.getByRole("link", { name: "Add an operator" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Email").fill("not an address");
  await page.getByLabel("Narrow by name or address").fill("queens");
  await page
    .getByRole("checkbox", { name: /QUEENS/i })
    .first()
    .check();
  await page.getByRole("button", { name: "Add an operator" }).click();
  await expect(page.getByLabel("Email")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await expect(page.getByText("1 of")).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Add an operator" }).click();
  await expect(page.getByText("The operator was added.")).toBeVisible();

  await page.getByRole("searchbox", { name: "Name, email or phone" }).fill(email);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText(/queens/i);
  await row.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("textbox", { name: /^Phone/ }).fill("+12125550177");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The changes were saved.")).toBeVisible();

  await page.getByRole("searchbox", { name: "Name, email or phone" }).fill(email);
  await page.getByRole("button", { name: `Deactivate ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText(`${name} was deactivated.`)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Deactivated");
});

test("the office reactivates an owner, found by identity number", async ({ page }) => {
  const nic = String(Math.floor(Math.random() * 1e12)).padStart(12, "3");
  const password = "first day 42 driver";
  const owner = {
    nic,
    name: `Dora ${nic}`,
    email: `${nic}@example.test`,
    phone: `+9476${nic.slice(-7)}`,
  };
  expect(
    (await page.request.post("/api/v1/owners", { data: { ...owner, password } })).status(),
  ).toBe(201);
  const login = await page.request.post("/api/v1/auth/login", {
    data: { username: nic, password },
  });
  const { accessToken } = ((await login.json()) as { data: { accessToken: string } }).data;
  const headers = { authorization: `Bearer ${accessToken}` };
  await page.request.put(`/api/v1/owners/${nic}/deactivate`, { headers, data: {} });

  await comeAs(page, "backoffice");
  await page.goto("/backoffice/owners");
  await page.getByRole("searchbox").fill(nic);
  await expect(page).toHaveURL(new RegExp(`search=${nic}`));
  await page.getByRole("button", { name: `Reactivate ${owner.name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText(`${owner.name} can book again.`)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(nic) })).toContainText("Active");
});

test("an address that makes no sense shows the whole list", async ({ page }) => {
  await comeAs(page, "admin");
  for (const list of [
    "users",
    "operators",
    "businesses",
    "stations",
    "bookings",
    "audits",
    "messages",
  ]) {
    const filters = new URLSearchParams({ status: "odd", from: "soon", action: "odd" });
    await page.goto(
      `/admin/${list}?${filters}&entityId=1&stationId=1&businessId=1&page=x&sort=odd`,
    );
    await expect(page.getByRole("table"), list).toBeVisible();
  }
  // Nothing is given up in the demo, so there is no table; the page says so.
  await page.goto("/admin/deliveries?page=x&sort=odd&subscriber=odd");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a table's state is in its address, and closing an owner's account asks for a reason", async ({
  page,
}) => {
  await comeAs(page, "admin");
  await page.goto("/admin/users?role=Operator&sort=name&hide=phone");
  await expect(page.getByLabel("Role")).toHaveValue("Operator");
  await expect(page.getByText("Station operator").nth(1)).toBeAttached();
  await expect(page.getByRole("columnheader", { name: "Phone" })).toHaveCount(0);
  const first = page.getByRole("rowheader").first();
  const before = await first.textContent();
  await page.goto("/admin/users?role=Operator&sort=-name&hide=phone");
  expect(await first.textContent()).not.toBe(before);
  await page.goto("/admin/users?role=EvOwner");
  await page
    .getByRole("button", { name: /^Deactivate / })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("dialog").getByLabel("Reason")).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await page.getByRole("dialog").getByRole("button", { name: "Go back" }).click();
});

test("an admin adds an operator with a station, and the invitation's link sets the password", async ({
  page,
}) => {
  const station = await ownStation(page);
  const api = await clientOf(page, people.admin.email);
  const { businessId } = await api.get<{ businessId: string }>(`/stations/${station.id}`);
  const { name: business } = await api.get<{ name: string }>(`/businesses/${businessId}`);
  const name = `Otto ${unique()}`;
  const email = `${name.replace(" ", ".").toLowerCase()}@example.test`;
  await comeAs(page, "admin");
  await page.goto("/admin/operators");
  await page.getByRole("link", { name: "Add an operator" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Add an operator" }).click();
  await expect(page.getByLabel("Business")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Business")).toBeFocused();
  await page.getByLabel("Business").selectOption({ label: business });
  await page.getByLabel("Narrow by name or address").fill(station.name);
  await page.getByRole("checkbox", { name: station.name }).check();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.getByRole("button", { name: "Add an operator" }).click();
  await expect(page.getByText("The operator was added.")).toBeVisible();
  await expect(page.getByLabel("Business").locator("option:checked")).toHaveText(business);
  await page.getByRole("searchbox", { name: "Name, email or phone" }).fill(email);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText(station.name);
  await expect(row).toContainText(business);
  await row.getByRole("link", { name }).click();
  await expect(page.getByText(`Works for ${business}`)).toBeVisible();
  await page.getByRole("checkbox", { name: station.name }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The changes were saved.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Name, email or phone" }).fill(email);
  await expect(row).toContainText("None yet");

  const link = async () => {
    await page.goto(`/admin/messages?recipient=${encodeURIComponent(email)}`);
    const read = page.getByRole("button", { name: /^Read the message/ }).first();
    if (!(await read.isVisible())) return "";
    await read.click();
    const text = (await page.getByRole("dialog").textContent()) ?? "";
    return /\/set-password\?token=[\w-]+/.exec(text)?.[0] ?? "";
  };
  await expect.poll(link, { timeout: 20_000 }).not.toBe("");
  const invitation = await link();
  await page.context().clearCookies({ name: /session/ });
  await page.goto(invitation);
  await page.getByLabel("New password").fill("Otto-checks-in-1");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL(/\/login\?done=password/);
  await page.getByLabel("Email, identity number or phone").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("Otto-checks-in-1");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/operator");
});

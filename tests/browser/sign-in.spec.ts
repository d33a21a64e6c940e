import { expect, test } from "@playwright/test";

import { demoPassword, people, signIn, type Person } from "./people";

const names = Object.keys(people) as Person[];

for (const person of names) {
  test(`${person} lands at home, and nowhere else`, async ({ page, isMobile }) => {
    test.skip(isMobile, "Where somebody may go is the same at every width.");
    await signIn(page, person);
    for (const other of names.filter((name) => name !== person)) {
      await page.goto(people[other].home);
      await expect(page).toHaveURL(people[person].home);
    }
    await page.getByRole("button", { name: /^Your account/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/$/);
    await page.goto(people[person].home);
    await expect(page).toHaveURL(/\/login\?next=/);
  });
}

test("a wrong password is refused at the form, and the name stays", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").getByText("is not right")).toBeVisible();
  await expect(page.getByLabel("Email, identity number or phone")).toHaveValue(people.owner.email);
});

test("login leads on to where one wanted to go, but never off the site", async ({ page }) => {
  await page.goto("/change-password");
  await page.waitForURL(/\/login\?next=%2Fchange-password/);
  await page.getByLabel("Email, identity number or phone").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/change-password");
  await page.goto("/login?next=https://elsewhere.test/");
  await expect(page).toHaveURL(people.owner.home);
});

test("a password is set by the emailed link, once", async ({ page, request }) => {
  const digits = String(Date.now()).slice(-9);
  const email = `reset${digits}@example.test`;
  await request.post("/api/v1/owners", {
    data: {
      nic: `198${digits}`,
      name: "Rita Reset",
      email,
      phone: `+9472${digits.slice(-7)}`,
      password: "Before-the-reset-1",
    },
  });
  await page.goto("/forgot-password");
  await page.getByLabel("Email, identity number or phone").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mailbox")).toBeVisible();

  const login = await request.post("/api/v1/auth/login", {
    data: { username: people.admin.email, password: demoPassword },
  });
  const { data } = (await login.json()) as { data: { accessToken: string } };
  const token = async () => {
    const mails = await request.get(`/api/v1/messages?recipient=${encodeURIComponent(email)}`, {
      headers: { authorization: `Bearer ${data.accessToken}` },
    });
    const { data: found } = (await mails.json()) as { data: { body: string }[] };
    const bodies = found.map(({ body }) => body).join("\n");
    return /set-password\?token=([\w-]+)/.exec(bodies)?.[1] ?? "";
  };
  await expect.poll(token, { timeout: 20_000 }).not.toBe("");
  const link = `/set-password?token=${await token()}`;

  await page.goto(link);
  await page.getByLabel("New password").fill("After-the-reset-1");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL(/\/login\?done=password/);
  await expect(page.getByText("Your password is set.")).toBeVisible();

  await page.goto(link);
  await page.getByLabel("New password").fill("Once-more-please-1");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("alert").getByText("used already")).toBeVisible();
});

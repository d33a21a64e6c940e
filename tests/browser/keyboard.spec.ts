import { expect, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { keysOf } from "./keys";
import { ownStation } from "./office";
import { demoPassword } from "./people";
import { untilSettled } from "./settled";
import { confirmButton } from "./confirm-button";

test("a booking takes no more than 31 key presses, signing in on the way", async ({ page }) => {
  const { name } = await ownStation(page, { approval: "Auto", defaultSlotMinutes: 60 });
  await comeAsNewOwner(page);
  const me = await page.request.get("/api/v1/auth/me");
  const { data } = (await me.json()) as { data: { email: string } };
  await page.context().clearCookies();

  const keys = keysOf(page);
  const steps: Record<string, number> = {};
  const told = (step: string) => {
    steps[step] = keys.count() - Object.values(steps).reduce((all, one) => all + one, 0);
  };
  await page.goto("/");
  await untilSettled(page);
  await keys.to(page.getByRole("searchbox"));
  await page.keyboard.type(name);
  await page.waitForURL(/search=/);
  await expect(page.getByRole("article")).toHaveCount(1);
  await keys.press("Enter");
  await keys.to(page.getByRole("article").getByRole("link", { name }));
  await keys.press("Enter");
  told("search");
  await page.waitForURL("**/stations/**");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  // The time that the card named, which is marked.
  await keys.to(page.getByRole("main").getByRole("link", { name: /^Book / }));
  await keys.press("Enter");
  told("station");
  await page.waitForURL("**/book?**");
  await keys.to(page.getByRole("link", { name: "Sign in" }).last());
  await keys.press("Enter");
  told("review");
  await page.waitForURL("**/login?**");
  await keys.to(page.getByLabel("Email, identity number or phone"));
  await page.keyboard.type(data.email);
  await keys.to(page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(demoPassword);
  await keys.press("Enter");
  told("login");
  await page.waitForURL("**/book?**");
  // A new page after the sign-in, too, is gone on with from its heading.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await keys.to(page.getByRole("button", confirmButton));
  await keys.press("Enter");
  told("confirm");
  await page.waitForURL("**/owner/bookings/*?booked=1");
  expect(keys.count(), JSON.stringify(steps)).toBeLessThanOrEqual(31);
});

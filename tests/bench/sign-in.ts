import type { Page } from "@playwright/test";

import { demoPassword } from "../browser/people";

/** Signs in through the form as one of the demo's people, and waits for the role's home, which is called as its login. */
export async function signIn(page: Page, as: "backoffice" | "owner"): Promise<void> {
  await page.goto("/login");
  const form = page.locator("form").filter({ has: page.locator("input[name=password]") });
  await form.locator("input[name=username]").fill(`${as}@demo.baybook.test`);
  await form.locator("input[name=password]").fill(demoPassword);
  await form.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**/${as}`);
}

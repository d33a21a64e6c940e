import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("the landing page says what Baybook is, without an accessibility fault", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Baybook/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

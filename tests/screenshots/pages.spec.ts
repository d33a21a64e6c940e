import { expect, test } from "@playwright/test";

import { knownIds } from "../browser/known-ids";
import { comeAs } from "../browser/people";
import { addressOf, sitePages } from "../browser/site-pages";

const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ["light", "dark"] as const) {
    test(`${size}, ${theme}`, async ({ browser, baseURL }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ baseURL, viewport, colorScheme: theme });
      const page = await context.newPage();
      const ids = await knownIds(page);
      for (const sitePage of sitePages) {
        const { name, as } = sitePage;
        if (as) await comeAs(page, as);
        await page.goto(addressOf(sitePage, ids));
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        const file = `screenshots/${name}-${size}-${theme}.png`;
        await page.screenshot({ path: file, fullPage: name !== "landing", animations: "disabled" });
      }
      await context.close();
    });
  }
}

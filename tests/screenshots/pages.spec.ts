import { expect, test } from "@playwright/test";

import { signIn } from "../browser/people";
import { sitePages } from "../browser/site-pages";

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
      let signedIn: string | undefined;
      for (const { name, path, as } of await sitePages(page)) {
        if (as && as !== signedIn) {
          await context.clearCookies();
          await signIn(page, as);
          signedIn = as;
        }
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        const file = `screenshots/${name}-${size}-${theme}.png`;
        await page.screenshot({ path: file, fullPage: name !== "landing", animations: "disabled" });
      }
      await context.close();
    });
  }
}

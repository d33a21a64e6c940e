import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { signIn } from "./people";
import { sitePages } from "./site-pages";

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in the ${theme} theme`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    let signedIn: string | undefined;
    for (const { name, path, as } of await sitePages(page)) {
      if (as && as !== signedIn) {
        await context.clearCookies({ name: /session/ });
        await signIn(page, as);
        signedIn = as;
      }
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(faults, `${name} in ${theme}`).toEqual([]);
    }
  });
}

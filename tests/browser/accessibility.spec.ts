import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { signIn } from "./people";
import { sitePages } from "./site-pages";

test("axe finds nothing on any page in either theme", async ({ page, context }) => {
  test.setTimeout(600_000);
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
    for (const colorScheme of ["light", "dark"] as const) {
      // Without a choice of their own people see the theme of their device, also when it changes.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(faults, `${name}, ${colorScheme}`).toEqual([]);
    }
  }
});

import { expect, test } from "@playwright/test";

import { expectNoFaults, expectNoFaultsBesideColours } from "./axe";
import { knownIds } from "./known-ids";
import { comeAs } from "./people";
import { openAndWeigh } from "./script-size";
import { addressOf, sitePages } from "./site-pages";

/** Bytes of compressed script that a page may load at first (quality.md, Performance). */
const limit = 170_000;
const desktop = { width: 1440, height: 900 };

// Every page is opened once, on a phone, which has less in view; turned to a desktop it is the same page.
test.use({ viewport: { width: 390, height: 844 } });

for (const sitePage of sitePages) {
  const { name, as } = sitePage;
  test(`${name}: axe finds nothing in either theme, and at most 170 kB of script load at first`, async ({
    page,
  }) => {
    const path = addressOf(sitePage, await knownIds(page));
    if (as) await comeAs(page, as);
    const size = await openAndWeigh(page, path);
    expect.soft(size, `${name} loads ${size} bytes`).toBeLessThanOrEqual(limit);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    // An admin's pages are built of the office's.
    if (as !== "admin") await expectNoFaultsBesideColours(page, `${name} on a phone`);
    await page.setViewportSize(desktop);
    await expectNoFaults(page, name);
  });
}

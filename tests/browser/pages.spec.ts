import { expect, type Page } from "@playwright/test";

import { expectNoFaults, expectNoFaultsBesideColours } from "./axe";
import { knownIds } from "./known-ids";
import { loadedScript } from "./script-size";
import { untilSettled } from "./settled";
import { addressOf, type SitePage, sitePages } from "./site-pages";
import { test } from "./visitors";

/** Bytes of compressed script that a page may load at first (quality.md, Performance). */
const limit = 170_000;

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/** Where a page's people have it in front of them: the consoles on a desktop, the others on a phone. */
const usualSize = ({ as }: SitePage) => (as === "admin" || as === "backoffice" ? desktop : phone);

for (const sitePage of sitePages) {
  const { name, as, bothSizes, colours } = sitePage;
  test(`${name}: axe finds nothing${colours ? ", in either theme" : ""}, and at most 170 kB of script load at first`, async ({
    pageOf,
  }) => {
    const ids = await knownIds(await pageOf(undefined));
    const page = await pageOf(as);
    const usual = usualSize(sitePage);
    await page.setViewportSize(usual);
    await page.goto(addressOf(sitePage, ids), { waitUntil: "load" });
    const size = await loadedScript(page);
    expect.soft(size, `${name} loads ${size} bytes`).toBeLessThanOrEqual(limit);
    await untilSettled(page);
    await askAxe(page, name);
    if (!bothSizes) return;
    await page.setViewportSize(usual === phone ? desktop : phone);
    await untilSettled(page);
    await askAxe(page, `${name} at its other size`);
  });

  const askAxe = (page: Page, at: string) =>
    colours ? expectNoFaults(page, at) : expectNoFaultsBesideColours(page, at);
}

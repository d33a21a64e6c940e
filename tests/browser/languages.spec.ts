import { expect, type Page, test } from "@playwright/test";

import { unmarkedWords } from "../support/marked";
import { knownData } from "./known-data";
import { knownIds } from "./known-ids";
import { clientOf } from "./office";
import { comeAs, people, type Person } from "./people";
import { untilSettled } from "./settled";
import { addressOf, sitePages } from "./site-pages";

// The language for tests is English in marked letters and 40 % longer: what shows without marks is from no catalogue.
test.use({ viewport: { width: 390, height: 844 }, locale: "en-XA" });

const roles = [...new Set(sitePages.map(({ as }) => as))];
for (const role of roles) {
  test(`every word on pages of ${role ?? "the public"} is of the reader's language, and has room at 390 px`, async ({
    page,
  }) => {
    // As many pages as the role has; each takes less than two seconds.
    test.setTimeout(180_000);
    const ids = await knownIds(page);
    const { without } = await knownData();
    const faults: string[] = [];
    if (role) await comeAs(page, role);
    try {
      if (role) await chooseLanguage(page, role, "en-XA");
      for (const one of sitePages.filter(({ as }) => as === role)) {
        await page.goto(addressOf(one, ids), { waitUntil: "domcontentloaded" });
        await untilSettled(page);
        const { texts, isWide } = await page.evaluate(textsAndWidth);
        if (isWide) faults.push(`${one.name} is wider than a phone`);
        for (const text of texts) {
          const words = unmarkedWords(without(text));
          if (words.length > 0) faults.push(`${one.name}: ${words.join(" ")} (in “${text}”)`);
        }
      }
    } finally {
      // Other tests know the demo's people as speakers of English.
      if (role) await chooseLanguage(page, role, "en");
    }
    expect(faults).toEqual([]);
  });
}

async function chooseLanguage(page: Page, role: Person, language: string): Promise<void> {
  const client = await clientOf(page, people[role].email);
  await client.send("PUT", "/profile/preferences", { language });
}

/** What a page says to the eye and to a screen reader, in the reader's language, and whether it reaches out of sight. */
function textsAndWidth(): { texts: string[]; isWide: boolean } {
  const attributes = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  // Maps name places and their makers; a part in another language says so.
  const elsewhere = "script, style, code, pre, .leaflet-container, html [lang]";
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    // The letters that stand for a person.
    if (!text || /^[A-Z]{2}$/.test(text)) continue;
    if (!node.parentElement?.closest(elsewhere)) texts.push(text);
  }
  for (const name of attributes) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name)?.trim();
      if (text && !element.closest(elsewhere)) texts.push(text);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { texts: [...new Set(texts)], isWide: scrollWidth > clientWidth };
}

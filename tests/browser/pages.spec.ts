import { expect, type Page, test } from "@playwright/test";

import { zoneInWords } from "@/lib/core/calendar";

import { unmarkedWords } from "../support/marked";
import { faultsOf, faultsOfBesideColours } from "./axe";
import { inLanguage } from "./in-language";
import { type KnownData, knownData } from "./known-data";
import { knownIds } from "./known-ids";
import { callEverybody, longName } from "./long-names";
import { isTooWide, wordsOf } from "./page-words";
import { loadedScript } from "./script-size";
import { untilSettled } from "./settled";
import { addressOf, type SitePage, sitePages } from "./site-pages";
import { unfoldEach } from "./unfolded";

/** Bytes of compressed script that a page may load at first (quality.md, Performance). */
const limit = 170_000;

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
test.use({ viewport: phone, locale: "en-XA" });

/** As many as one test walks: what fails is tried again with few others, and two workers end together. */
const together = 16;

const roles = [...new Set(sitePages.map(({ as }) => as))];
for (const role of roles) {
  const pages = sitePages.filter(({ as }) => as === role);
  for (let first = 0; first < pages.length; first += together) {
    const walked = pages.slice(first, first + together);
    const which = `${role ?? "the public"}, ${walked[0]?.name} to ${walked.at(-1)?.name}`;
    test(`pages of ${which}: every word, in their windows and menus, is of the reader's language and has room at 390 px, also for names of 53 letters; axe finds nothing; at most 170 kB of script load at first`, async ({
      page,
    }) => {
      // Each page takes some three seconds with what it opens and what axe asks.
      test.setTimeout(240_000);
      const ids = await knownIds(page);
      const walk = new Walk(page, await knownData());
      const restore = await callEverybody(longName);
      try {
        await inLanguage(page, role, async () => {
          for (const one of walked) await walk.visit(one, addressOf(one, ids));
        });
      } finally {
        await restore();
      }
      expect(walk.faults).toEqual([]);
      // Else the walk would have said nothing of long names.
      expect(walk.named).toBeGreaterThan(0);
    });
  }
}

/** Goes from page to page in one tab, and gathers what is wrong with any. */
class Walk {
  readonly faults: string[] = [];
  /** How often a long name was seen. */
  named = 0;
  readonly #seen = new Set<string>();
  readonly #read = new Set<string>();

  constructor(
    readonly page: Page,
    readonly known: KnownData,
  ) {}

  async visit(sitePage: SitePage, address: string): Promise<void> {
    const { page } = this;
    const { name, as, bothSizes } = sitePage;
    await page.goto(address, { waitUntil: "load" });
    const size = await loadedScript(page);
    if (size > limit) this.faults.push(`${name} loads ${size} bytes`);
    await untilSettled(page);
    await this.#look(name);
    // The consoles are in front of people on a desktop, the others on a phone.
    const onDesktop = as === "admin" || as === "backoffice";
    if (!onDesktop || bothSizes) await this.#askAxe(sitePage, "on a phone");
    await page.setViewportSize(desktop);
    if (await page.evaluate(isTooWide)) this.faults.push(`${name} is wider than a desktop`);
    if (onDesktop || bothSizes) await this.#askAxe(sitePage, "on a desktop");
    await page.setViewportSize(phone);
    const { without } = this.known;
    await unfoldEach(
      page,
      (text) => without(unnamed(text)),
      this.#seen,
      (kind) => this.#look(`${name}, ${kind}`),
    );
  }

  async #look(where: string): Promise<void> {
    const { texts, isWide, cut } = await this.page.evaluate(wordsOf);
    if (isWide) this.faults.push(`${where} is wider than a phone`);
    this.named += texts.filter((text) => text.includes(longName)).length;
    for (const text of cut) this.faults.push(`${where} cuts “${text}”`);
    for (const text of texts) {
      if (this.#read.has(text)) continue;
      this.#read.add(text);
      const words = unmarkedWords(unnamed(this.known.without(text)));
      if (words.length > 0) this.faults.push(`${where}: ${words.join(" ")} (in “${text}”)`);
    }
  }

  async #askAxe({ name, colours, bothSizes }: SitePage, at: string): Promise<void> {
    if (bothSizes) await untilSettled(this.page);
    const ask = colours ? faultsOf : faultsOfBesideColours;
    this.faults.push(...(await ask(this.page, `${name} ${at}`)));
  }
}

/** What the browser itself calls the zone of these tests. */
const { name: zone } = zoneInWords("UTC", new Date(), "en-XA");
const unnamed = (text: string) => text.replaceAll(longName, " ").replaceAll(zone ?? longName, " ");

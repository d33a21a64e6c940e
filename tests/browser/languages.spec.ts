import { expect, type Page, test } from "@playwright/test";

import type { ReceiptView } from "@/lib/charging/sessions/schema";
import { zoneInWords } from "@/lib/core/calendar";

import { unmarkedWords } from "../support/marked";
import { knownData } from "./known-data";
import { knownIds } from "./known-ids";
import { clientOf } from "./office";
import { callEverybody, longName } from "./long-names";
import { comeAs, people, type Person } from "./people";
import { whileFailing } from "./failing-table";
import { untilSettled } from "./settled";
import { addressOf, sitePages } from "./site-pages";
import { unfoldEach } from "./unfolded";

// The language for tests is English in marked letters and 40 % longer: what shows without marks is from no catalogue.
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
test.use({ viewport: phone, locale: "en-XA" });

const roles = [...new Set(sitePages.map(({ as }) => as))];
for (const role of roles) {
  test(`every word on pages of ${role ?? "the public"}, in their windows and menus, is of the reader's language, and has room at 390 px, also for names of 53 letters`, async ({
    page,
  }) => {
    // As many pages as the role has; each takes less than three seconds with what it opens.
    test.setTimeout(240_000);
    const ids = await knownIds(page);
    const known = await knownData();
    const without = (text: string) => known.without(text).replaceAll(longName, " ");
    const faults: string[] = [];
    const seen = new Set<string>();
    const read = new Set<string>();
    let named = 0;
    const look = async (where: string) => {
      const { texts, isWide, cut } = await page.evaluate(textsAndWidth);
      if (isWide) faults.push(`${where} is wider than a phone`);
      named += texts.filter((text) => text.includes(longName)).length;
      for (const text of cut) faults.push(`${where} cuts “${text}”`);
      for (const text of texts) {
        if (read.has(text)) continue;
        read.add(text);
        const words = unmarkedWords(without(text));
        if (words.length > 0) faults.push(`${where}: ${words.join(" ")} (in “${text}”)`);
      }
    };
    const restore = await callEverybody(longName);
    try {
      await inLanguage(page, role, async () => {
        for (const one of sitePages.filter(({ as }) => as === role)) {
          await page.goto(addressOf(one, ids), { waitUntil: "domcontentloaded" });
          await untilSettled(page);
          await look(one.name);
          await page.setViewportSize(desktop);
          if (await page.evaluate(isTooWide)) faults.push(`${one.name} is wider than a desktop`);
          await page.setViewportSize(phone);
          await unfoldEach(page, without, seen, (name) => look(`${one.name}, ${name}`));
        }
      });
    } finally {
      await restore();
    }
    expect(faults).toEqual([]);
    // Else the walk would have said nothing of long names.
    expect(named).toBeGreaterThan(0);
  });
}

test("a receipt is in the reader's language, and has room at 390 px", async ({ page }) => {
  const { without } = await knownData();
  const office = await clientOf(page, people.backoffice.email);
  const sessions = await office.get<{ receiptNumber: string | null }[]>("/sessions?limit=100");
  const number = sessions.find(({ receiptNumber }) => receiptNumber)?.receiptNumber;
  if (!number) throw new Error("The demo's office has no receipt.");
  const { station, endedAt } = await office.get<ReceiptView>(`/receipts/${number}`);
  // What zones are called is the platform's own data, as are months.
  const { name: zone } = zoneInWords(station.timeZone, new Date(endedAt), "en-XA");
  await inLanguage(page, "backoffice", async () => {
    await page.goto(`/api/v1/receipts/${number}.html`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    const { texts, isWide } = await page.evaluate(textsAndWidth);
    expect(texts).toContain(number);
    expect(texts.length).toBeGreaterThan(10);
    const said = texts.map((text) => without(text).replaceAll(zone ?? "\n", " "));
    expect(said.flatMap(unmarkedWords)).toEqual([]);
    expect(isWide).toBe(false);
  });
});

// What reads as failed and as away is told apart by the SQLSTATE: a system's error, and the database going down.
for (const [what, sqlState] of [
  ["failed", "58000"],
  ["cannot be reached", "57P01"],
] as const) {
  test(`a page that ${what} says so in the reader's language`, async ({ page }) => {
    const { without } = await knownData();
    const said = async () => {
      await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
      const { texts, isWide } = await page.evaluate(textsAndWidth);
      expect(texts.length).toBeGreaterThan(4);
      expect(texts.flatMap((text) => unmarkedWords(without(text)))).toEqual([]);
      expect(isWide).toBe(false);
    };
    await inLanguage(page, "backoffice", () =>
      whileFailing("tariffs", sqlState, async () => {
        await page.goto("/backoffice/tariffs", { waitUntil: "domcontentloaded" });
        await said();
      }),
    );
  });
}

/** As the person, who reads the language for tests meanwhile; other tests know the demo's people as speakers of English. */
async function inLanguage(
  page: Page,
  role: Person | undefined,
  act: () => Promise<void>,
): Promise<void> {
  if (!role) return act();
  await comeAs(page, role);
  try {
    await chooseLanguage(page, role, "en-XA");
    await act();
  } finally {
    await chooseLanguage(page, role, "en");
  }
}

async function chooseLanguage(page: Page, role: Person, language: string): Promise<void> {
  const client = await clientOf(page, people[role].email);
  await client.send("PUT", "/profile/preferences", { language });
}

const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

/**
 * What a page says to the eye and to a screen reader, in the reader's language, whether it reaches out of sight, and
 * what of the navigation has no room for all of its letters.
 */
function textsAndWidth(): { texts: string[]; isWide: boolean; cut: string[] } {
  const attributes = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  // Maps name places and their makers; a part in another language says so.
  const elsewhere = "script, style, code, pre, .leaflet-container, html [lang]";
  for (const details of document.querySelectorAll("details")) details.open = true;
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
  // The page, and what stands open above it.
  const opened = document.querySelectorAll("[role=dialog][data-open], :popover-open");
  const isWide = [document.documentElement, ...opened].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
  const cut = [...document.querySelectorAll<HTMLElement>("nav li :is(a, button) > span")]
    .filter((label) => {
      const { left, right, width } = label.getBoundingClientRect();
      const room = label.closest("li, [popover]")?.getBoundingClientRect();
      // One for screen readers alone has no width to speak of.
      if (!room || width <= 1) return false;
      const { clientWidth } = document.documentElement;
      const isOut =
        left < Math.max(0, room.left) - 1 || right > Math.min(clientWidth, room.right) + 1;
      return isOut || label.scrollWidth > label.clientWidth + 1;
    })
    .map((label) => label.textContent ?? "");
  return { texts: [...new Set(texts)], isWide, cut };
}

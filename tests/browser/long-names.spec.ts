import { expect, type Page, test } from "@playwright/test";

import { createDatabase } from "@/db/client";

import { ownSite } from "../support/sites";
import { knownIds } from "./known-ids";
import { comeAs, type Person } from "./people";
import { untilSettled } from "./settled";
import { addressOf, type SitePage, sitePages } from "./site-pages";

/** As somebody may be called, or call a station: one word of 53 letters that no line has a place to break in. */
const word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogog";
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** What names nobody: texts of the site, forms that are still empty, and settings of the product. */
const namesNobody =
  /business-requested|login|register|password|terms|privacy|about|contact|faq|not-found|content|health|messages|deliveries|import|-new/;
const walked = sitePages.filter(({ name }: SitePage) => !namesNobody.test(name));

for (const role of new Set(walked.map(({ as }) => as))) {
  test(`F25b: no page of ${role ?? "the public"} is wider than its window for names of 53 letters`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const ids = await knownIds(page);
    const restore = await callEverybody(word);
    try {
      if (role) await comeAs(page, role);
      expect(await tooWide(page, role, ids)).toEqual([]);
    } finally {
      await restore();
    }
  });
}

async function tooWide(
  page: Page,
  role: Person | undefined,
  ids: Parameters<typeof addressOf>[1],
): Promise<string[]> {
  const faults: string[] = [];
  let seen = 0;
  for (const one of walked.filter(({ as }) => as === role)) {
    await page.goto(addressOf(one, ids), { waitUntil: "domcontentloaded" });
    await untilSettled(page);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const { is, may, names } = await page.evaluate((text) => {
        const { scrollWidth: is, clientWidth: may } = document.documentElement;
        return { is, may, names: document.body.innerText.split(text).length - 1 };
      }, word);
      seen += names;
      if (is > may) faults.push(`${one.name}: ${is} > ${may}`);
    }
  }
  // Else the walk would have looked at nothing.
  expect(seen).toBeGreaterThan(0);
  return faults;
}

/** Gives every station, person and business of the site this name; what it answers gives them theirs again. */
async function callEverybody(name: string): Promise<() => Promise<void>> {
  const url = ownSite()?.env.DATABASE_URL;
  if (!url) throw new Error("Only the tests' own servers have a database to ask.");
  const { sql, close } = createDatabase(url);
  const tables = ["stations", "users", "businesses"];
  const former = await Promise.all(
    tables.map((table) => sql<{ id: string; name: string }[]>`select id, name from ${sql(table)}`),
  );
  for (const table of tables) await sql`update ${sql(table)} set name = ${name}`;
  return async () => {
    for (const [index, table] of tables.entries()) {
      const ids = former[index]?.map(({ id }) => id) ?? [];
      const names = former[index]?.map((row) => row.name) ?? [];
      await sql`
        update ${sql(table)} as named set name = former.name
        from unnest(${ids}::uuid[], ${names}::text[]) as former (id, name)
        where named.id = former.id`;
    }
    await close();
  };
}

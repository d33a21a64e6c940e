import { expect, test } from "@playwright/test";

import type { ReceiptView } from "@/lib/charging/sessions/schema";
import { zoneInWords } from "@/lib/core/calendar";

import { unmarkedWords } from "../support/marked";
import { whileFailing } from "./failing-table";
import { inLanguage } from "./in-language";
import { knownData } from "./known-data";
import { clientOf } from "./office";
import { wordsOf } from "./page-words";
import { people } from "./people";

// What the walk over all pages (pages.spec.ts) does not come to.
test.use({ viewport: { width: 390, height: 844 }, locale: "en-XA" });

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
    const { texts, isWide } = await page.evaluate(wordsOf);
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
      const { texts, isWide } = await page.evaluate(wordsOf);
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

import { type Browser, type Page, test as base } from "@playwright/test";

import { ownSite } from "../support/sites";
import { comeAs, type Person } from "./people";

/** One page in the browser for each of those who look at pages, opened when they first do. */
export type PageOf = (person: Person | undefined) => Promise<Page>;

/**
 * For tests that only look: a worker's tests of one person go from address to address in the same page, whose scripts
 * the browser then knows. What a page keeps between two addresses (cookies, storage) is the same for all of them.
 */
export const test = base.extend<object, { pageOf: PageOf }>({
  pageOf: [
    async ({ browser }, use) => {
      const pages = new Map<Person | undefined, Promise<Page>>();
      await use((person) => {
        const page = pages.get(person) ?? open(browser, person);
        pages.set(person, page);
        return page;
      });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: "worker" },
  ],
});

async function open(browser: Browser, person: Person | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: ownSite()?.url });
  const page = await context.newPage();
  if (person) await comeAs(page, person);
  return page;
}

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What depends on colours alone, and so must be asked in each theme; the rest of a page is the same in both. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Axe finds nothing: all its rules in light, those of colours in dark as well. */
export async function expectNoFaults(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page, name)).toEqual([]);
}

/** Axe finds nothing, colours aside. */
export async function expectNoFaultsBesideColours(page: Page, name: string): Promise<void> {
  expect(await faultsOfBesideColours(page, name)).toEqual([]);
}

/** What axe finds in the page of that name: by all its rules in light, by those of colours in dark as well. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const light = await ask(page, name, "light", (axe) => axe);
  return [...light, ...(await ask(page, name, "dark", (axe) => axe.withRules(colourRules)))];
}

/** What axe finds, colours aside. */
export function faultsOfBesideColours(page: Page, name: string): Promise<string[]> {
  return ask(page, name, "light", (axe) => axe.disableRules(colourRules));
}

/** Without a choice of their own people see the theme of their device, also when it changes. */
async function ask(
  page: Page,
  name: string,
  scheme: "light" | "dark",
  about: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  // Next sends a page's title when it has it, which may be after the page.
  await expect(page).toHaveTitle(/./);
  const isThere = await page.evaluate(holdStill);
  await page.emulateMedia({ colorScheme: scheme });
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: "/* is there already */" }) })
    // No page has frames; without them axe need not open a page of its own for each answer.
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false });
  const { violations } = await about(axe).analyze();
  return violations.map(({ id, nodes }) => `${name}, ${scheme}: ${id}: ${nodes[0]?.html}`);
}

/**
 * In the page: nothing fades or moves from now on, as what is asked about is where it arrives. Not by asking for less
 * motion: that makes a theme fade at every element of the page. Returns whether axe is in the page since an earlier question.
 */
function holdStill(): boolean {
  if ("axe" in window) return true;
  const still = new CSSStyleSheet();
  still.replaceSync(
    "*, ::before, ::after { transition: none !important; animation: none !important }",
  );
  document.adoptedStyleSheets.push(still);
  return false;
}

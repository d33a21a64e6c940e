import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What depends on colours alone, and so must be asked in each theme; the rest of a page is the same in both. */
const colourRules = ["color-contrast", "link-in-text-block"];

// No page has frames; without them axe need not open a page of its own for each answer.
const axe = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false });

/** Axe finds nothing: all its rules in light, those of colours in dark as well. */
export async function expectNoFaults(page: Page, name: string): Promise<void> {
  await ask(page, name, "light", axe(page));
  await ask(page, name, "dark", axe(page).withRules(colourRules));
}

/** Axe finds nothing, colours aside, which are the same at every width. */
export async function expectNoFaultsBesideColours(page: Page, name: string): Promise<void> {
  await ask(page, name, "light", axe(page).disableRules(colourRules));
}

/** Without a choice of their own people see the theme of their device, also when it changes. */
async function ask(
  page: Page,
  name: string,
  scheme: "light" | "dark",
  asked: AxeBuilder,
): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  // Colours fade from one theme to the other; what is asked about is where they arrive.
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
  const { violations } = await asked.analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(faults, `${name}, ${scheme}`).toEqual([]);
}

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { openDialog } from "./office";
import { signIn } from "./people";
import { type SitePage, sitePages } from "./site-pages";

/** What depends on colours alone, and so must be asked in each theme; the rest of a page is the same in both. */
const colourRules = ["color-contrast", "link-in-text-block"];

test("axe finds nothing on any page in either theme", async ({ page, context, isMobile }) => {
  test.setTimeout(600_000);
  // Colours are the same at every width, and an admin's pages are built of the office's: both are asked on the desktop.
  const isAsked = ({ as }: SitePage) => !isMobile || as !== "admin";
  let signedIn: string | undefined;
  for (const { name, path, as } of (await sitePages(page)).filter(isAsked)) {
    if (as && as !== signedIn) {
      await context.clearCookies({ name: /session/ });
      await signIn(page, as);
      signedIn = as;
    }
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expectNoFaults(page, name, isMobile ? "without colours" : "in both themes");
  }
});

test("axe finds nothing in what opens over a page, in either theme", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "backoffice");
  const look = async (name: string) => {
    await expect(openDialog(page)).toBeVisible();
    await expectNoFaults(page, name);
    await page.keyboard.press("Escape");
    await expect(openDialog(page)).toHaveCount(0);
  };
  await page.goto("/backoffice/bookings?status=Pending");
  await page
    .getByRole("button", { name: /^Reject BK/ })
    .first()
    .click();
  await look("a deed that asks why");
  await page.getByRole("button", { name: "Search and go to" }).click();
  await look("the palette");
  await page.goto("/backoffice/conflicts");
  await page.getByRole("button", { name: "Move" }).first().click();
  await look("a move");
  await page.goto("/backoffice/stations");
  await page.locator("tbody").getByRole("link").first().click();
  await page.getByRole("button", { name: "Add a connector" }).click();
  await look("a form in a window");
  await page.getByRole("button", { name: /^Your account/ }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectNoFaults(page, "the account's menu");
});

/** Without a choice of their own people see the theme of their device, also when it changes. */
async function expectNoFaults(
  page: Page,
  name: string,
  how: "in both themes" | "without colours" = "in both themes",
): Promise<void> {
  // No page has frames; without them axe need not open a page of its own for each answer.
  const axe = () =>
    new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"], preload: false });
  const ask = async (scheme: "light" | "dark", asked: AxeBuilder) => {
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
  };
  if (how === "without colours") return ask("light", axe().disableRules(colourRules));
  await ask("light", axe());
  await ask("dark", axe().withRules(colourRules));
}

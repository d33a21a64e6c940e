import { expect, type Page } from "@playwright/test";

/**
 * Waits until a page that was just opened is all there: its heading, the script that makes it answer, and whatever
 * the script brings later, of which nothing is still on its way.
 */
export async function untilSettled(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  // React keeps its own notes at every element that it has taken over.
  await expect
    .poll(() =>
      heading.evaluate((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactFiber")),
      ),
    )
    .toBe(true);
  await expect(page.locator("[data-loading], [aria-busy=true]")).toHaveCount(0);
}

import { expect, type Page } from "@playwright/test";

/** What a thumb meets, in CSS pixels. */
const least = 44;

/** No link, button or field of the page is smaller than a thumb, in either direction. */
export async function expectTargets(page: Page, name: string): Promise<void> {
  const small = await page.evaluate((size) => {
    const asked =
      "a[href], button, select, textarea, summary, input:not([type=radio], [type=file])";
    const labels = [...document.querySelectorAll("label")].filter((label) =>
      label.querySelector("input[type=radio], input[type=file]"),
    );
    return [...document.querySelectorAll(asked), ...labels].flatMap((element) => {
      // What is there for keys alone, until it has the focus.
      const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const { width, height, bottom } = element.getBoundingClientRect();
      if (!isSeen || bottom <= 0 || element.matches(".sr-only")) return [];
      const isSmall = width < size || height < size;
      const said = element.getAttribute("aria-label") ?? element.textContent?.trim();
      return isSmall ? [`${said} ${Math.round(width)} × ${Math.round(height)}`] : [];
    });
  }, least);
  expect(small, `${name}: smaller than ${least} px`).toEqual([]);
}

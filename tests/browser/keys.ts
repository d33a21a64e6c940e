import { expect, type Locator, type Page } from "@playwright/test";

/** Key presses besides what is typed; `to` goes on with Tab until the target has the focus. */
export function keysOf(page: Page) {
  let presses = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    presses += 1;
  };
  const to = async (target: Locator) => {
    await expect(target).toBeVisible();
    const before = presses;
    while (!(await target.evaluate((element) => element === document.activeElement))) {
      await press("Tab");
      if (presses - before > 60) throw new Error(`Tab does not reach ${target.toString()}`);
    }
  };
  return { press, to, count: () => presses };
}

import { expect, type Locator, type Page } from "@playwright/test";

import { openDialog } from "./office";

/** Where a page's own triggers are; those of its frame are the same on every page of a role. */
const own = "main";

/**
 * Opens whatever a page opens: each kind of window once (`kindOf` says of which kind a trigger is, by its name), and
 * each menu; calls `look` while it is open, and closes it again. Sends nothing. `seen` are kinds that need not be
 * opened again, to which those of the frame are added.
 */
export async function unfoldEach(
  page: Page,
  kindOf: (name: string) => string,
  seen: Set<string>,
  look: (kind: string) => Promise<void>,
): Promise<void> {
  const onPage = new Set<string>();
  const triggers = page.locator("[aria-haspopup=dialog], [popovertarget]");
  for (const [index, { name, isOwn, isOffered }] of (
    await triggers.evaluateAll(said, own)
  ).entries()) {
    const kind = kindOf(name);
    const kinds = isOwn ? onPage : seen;
    if (!isOffered || kinds.has(kind)) continue;
    kinds.add(kind);
    await unfold(page, triggers.nth(index), () => look(name));
  }
}

/** In the page: what each trigger is called, whether it is the page's own, and whether one could press it. */
const said = (elements: readonly Element[], main: string) =>
  elements.map((element) => ({
    name: element.getAttribute("aria-label") ?? element.textContent.trim(),
    isOwn: element.closest(main) !== null,
    isOffered: element.checkVisibility() && !element.matches(":disabled"),
  }));

async function unfold(page: Page, trigger: Locator, look: () => Promise<void>): Promise<void> {
  const menu = await trigger.getAttribute("popovertarget");
  const opened = menu ? page.locator(`[id="${menu}"]:popover-open`) : openDialog(page);
  await trigger.click();
  await expect(opened).toBeVisible();
  await look();
  await page.keyboard.press("Escape");
  await expect(opened).toHaveCount(0);
}

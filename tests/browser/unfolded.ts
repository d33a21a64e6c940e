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
  for (const trigger of await triggers.all()) {
    if (!(await isOffered(trigger))) continue;
    const { name, isOwn } = await trigger.evaluate(
      (element, main) => ({
        name: element.getAttribute("aria-label") ?? element.textContent.trim(),
        isOwn: element.closest(main) !== null,
      }),
      own,
    );
    const kind = kindOf(name);
    const kinds = isOwn ? onPage : seen;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    await unfold(page, trigger, () => look(name));
  }
}

const isOffered = async (trigger: Locator) =>
  (await trigger.isVisible()) && (await trigger.isEnabled());

async function unfold(page: Page, trigger: Locator, look: () => Promise<void>): Promise<void> {
  const menu = await trigger.getAttribute("popovertarget");
  const opened = menu ? page.locator(`[id="${menu}"]:popover-open`) : openDialog(page);
  await trigger.click();
  await expect(opened).toBeVisible();
  await look();
  await page.keyboard.press("Escape");
  await expect(opened).toHaveCount(0);
}

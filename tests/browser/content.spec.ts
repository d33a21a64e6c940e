import { expect, test, type Page } from "@playwright/test";

import { expectNoFaults } from "./axe";
import { clientOf, openDialog } from "./office";
import { comeAs, people } from "./people";
import { loadedScript } from "./script-size";
import { untilSettled } from "./settled";

/** Opens the draft of a text, which is begun where there is none. */
async function openDraft(page: Page, text: string): Promise<void> {
  await comeAs(page, "admin");
  await page.goto("/admin/content");
  const card = page.getByRole("region", { name: text, exact: true });
  const row = card
    .getByRole("listitem")
    .filter({ hasText: /^English/ })
    .first();
  await row
    .getByRole("button", { name: "New version" })
    .or(row.getByRole("link", { name: "Edit draft" }))
    .click();
  await expect(page.getByRole("textbox", { name: "Text in Markdown" })).toBeVisible();
}

/** Writes the draft's text and saves it. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(text);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
}

test("an admin writes a text, sees what it looks like and what it changes, publishes it, and everybody reads it", async ({
  page,
  browser,
  baseURL,
}) => {
  const word = `Heading ${crypto.randomUUID().slice(0, 8)}`;
  await openDraft(page, "About");
  const isPhone = (page.viewportSize()?.width ?? 0) < 1024;
  const show = (name: string) =>
    page.locator("fieldset:visible").getByText(name, { exact: true }).click();
  await write(page, `Baybook in one line.\n\n## ${word}\n\n<b>plain</b> [x](javascript:alert)`);
  await show("Preview");
  const aside = page.getByRole("region", { name: "Preview" });
  await expect(aside.getByRole("heading", { name: word })).toBeVisible();
  await expect(aside).toContainText("<b>plain</b> [x](javascript:alert)");
  await show("Changes");
  await expect(aside.locator("ins")).toContainText([`## ${word}`]);
  if (isPhone) await show("Write");

  await page.getByRole("button", { name: "Publish" }).click();
  await openDialog(page).getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/^Version \d+ is published\.$/)).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText("Published by", { exact: false }).first()).toBeVisible();

  const reader = await browser.newContext({ baseURL });
  const site = await reader.newPage();
  await site.goto("/");
  await site.getByRole("contentinfo").getByRole("link", { name: "About" }).click();
  await expect(site.getByRole("heading", { level: 2, name: word })).toBeVisible();
  await expect(site.getByText(/^Version \d+, in force since /)).toBeVisible();
  await reader.close();
});

test("changed terms name a day with notice, are announced until then, and can be read before", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "What is in force is the same at every width.");
  const word = `Clause ${crypto.randomUUID().slice(0, 8)}`;
  await openDraft(page, "Terms");
  await write(page, `What you can expect.\n\n## ${word}\n\nNew words.`);
  await page.getByRole("button", { name: "Publish" }).click();
  const day = openDialog(page).getByLabel("In force from");
  const first = await day.inputValue();
  expect(first).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  // What is refused is said at the field, and the window stays.
  await day.fill(new Date(Date.parse(first) - 5 * 86_400_000).toISOString().slice(0, 10));
  await openDialog(page).getByRole("button", { name: "Publish" }).click();
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await expect(openDialog(page)).toContainText("14 days after today or later");
  await day.fill(first);
  await openDialog(page).getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/^Version \d+ is published\.$/)).toBeVisible();

  await page.goto("/terms");
  await expect(page.getByRole("heading", { name: word })).toHaveCount(0);
  await expect(page.getByText(/^From .* a new version is in force\./)).toBeVisible();
  await page.getByRole("link", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { name: word })).toBeVisible();
  await page.getByRole("link", { name: "Read the version in force" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("a second writer is told instead of written over, and keeps their words", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "What two writers do to each other is the same at every width.");
  await openDraft(page, "Contact");
  const id = page.url().split("/").at(-1);
  await write(page, `Mine ${crypto.randomUUID()}`);
  const admin = await clientOf(page, people.admin.email);
  await admin.send("PUT", `/content/versions/${id}`, { body: "Theirs" });
  const mine = `Mine again ${crypto.randomUUID()}`;
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(mine);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed this draft" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text in Markdown" })).toHaveValue(mine);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: "Discard" }).click();
  await openDialog(page).getByRole("button", { name: "Discard" }).click();
  await page.waitForURL("**/admin/content");
});

test("questions open on their answers, are found by their words without the server, and by a link", async ({
  page,
}) => {
  await page.goto("/faq");
  const question = page.getByRole("heading", { level: 2, name: "What does it cost?" });
  const answer = page.getByText("You see an estimate before you confirm.");
  await expect(answer).toBeHidden();
  await question.click();
  await expect(answer).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("searchbox", { name: "Search the questions" }).fill("RECEIPT pay");
  await expect(page.getByText("1 question", { exact: true })).toBeVisible();
  await expect(question).toHaveCount(0);
  await page.getByRole("searchbox").fill("nothing of this kind");
  await expect(page.getByText("No question holds these words.")).toBeVisible();
  await page.context().setOffline(false);
  await page.goto("about:blank");
  await page.goto("/faq#s-what-does-it-cost");
  await expect(answer).toBeVisible();
});

test("axe finds nothing in the editor, in either theme, and it loads at most 170 kB of script", async ({
  page,
}) => {
  await openDraft(page, "Privacy");
  await page.reload({ waitUntil: "load" });
  expect(await loadedScript(page)).toBeLessThanOrEqual(170_000);
  await untilSettled(page);
  // Another than a former test may have saved.
  const other = `Other ${crypto.randomUUID()}\n\n- words\n- here`;
  // What is typed before the editor's own script is there it does not hear.
  await expect(async () => {
    await page.getByRole("textbox", { name: "Text in Markdown" }).fill(crypto.randomUUID());
    await expect(page.getByText("Not saved yet")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(other);
  await expectNoFaults(page, "the editor");
  await page.locator("fieldset:visible").getByText("Changes", { exact: true }).click();
  await expectNoFaults(page, "the comparison");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(openDialog(page)).toBeVisible();
  await expectNoFaults(page, "the publication");
});

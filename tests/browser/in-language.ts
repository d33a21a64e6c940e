import type { Page } from "@playwright/test";

import { clientOf } from "./office";
import { comeAs, people, type Person } from "./people";

/** The language for tests: English in marked letters and 40 % longer. What shows without marks is from no catalogue. */
const marked = "en-XA";

/** As the person, who reads the language for tests meanwhile; other tests know the demo's people as speakers of English. */
export async function inLanguage(
  page: Page,
  role: Person | undefined,
  act: () => Promise<void>,
): Promise<void> {
  if (!role) return act();
  await comeAs(page, role);
  try {
    await chooseLanguage(page, role, marked);
    await act();
  } finally {
    await chooseLanguage(page, role, "en");
  }
}

async function chooseLanguage(page: Page, role: Person, language: string): Promise<void> {
  const client = await clientOf(page, people[role].email);
  await client.send("PUT", "/profile/preferences", { language });
}

import { test } from "@playwright/test";

import { allSites } from "../support/sites";
import { loginFile, people, type Person, signIn } from "./people";

for (const person of Object.keys(people) as Person[]) {
  test(`${person} signs in, once for all tests of a site`, async ({ browser }) => {
    for (const { url } of allSites()) {
      const context = await browser.newContext({ baseURL: url });
      await signIn(await context.newPage(), person);
      await context.storageState({ path: loginFile(person, url) });
      await context.close();
    }
  });
}

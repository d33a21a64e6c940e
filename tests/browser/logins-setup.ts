import { test } from "@playwright/test";

import { loginFile, people, type Person, signIn } from "./people";

for (const person of Object.keys(people) as Person[]) {
  test(`${person} signs in, once for all tests`, async ({ page, context }) => {
    await signIn(page, person);
    await context.storageState({ path: loginFile(person) });
  });
}

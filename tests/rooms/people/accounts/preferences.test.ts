import { expect, it } from "vitest";

import { choosePreferences, loadActor, readMe, registerOwner } from "@/lib/people/accounts";
import { isAppError } from "@/lib/core/errors";
import { offeredLocales, type Locale } from "@/lib/words/say";

import { testDatabase } from "../../../support/database";
import { signedIn } from "../../../support/sign-in";
import { makeUser, testConfig } from "../../../support/world";
import { password, settingOf } from "./setting";

const { db } = await testDatabase();
const { as, nobody, audits, events } = settingOf(db);
const load = async (userId: string) =>
  loadActor(nobody, { userId, sessionId: await signedIn(db, userId), tokenVersion: 1 });

it("keeps a language with the account, once", async () => {
  const user = await makeUser(db, "EvOwner");
  const self = as(user);
  expect(await readMe(self)).toMatchObject({ language: null });
  expect(await choosePreferences(self, { language: "en-XA" })).toEqual({ language: "en-XA" });
  expect(await choosePreferences(self, { language: "en-XA" })).toEqual({ language: "en-XA" });
  expect(await choosePreferences(self, {})).toEqual({ language: "en-XA" });
  expect(await readMe(self)).toMatchObject({ language: "en-XA" });
  expect(await load(user.userId)).toMatchObject({ locale: "en-XA" });
  expect((await audits(user.userId)).map(({ changes }) => changes)).toEqual([
    { locale: [null, "en-XA"] },
  ]);
  expect((await events(user.userId)).map(({ type }) => type)).toEqual(["user.changed"]);
});

it("refuses a language that is not offered, and nobody", async () => {
  const self = as(await makeUser(db, "Operator"));
  const fewer = { ...self, config: { ...testConfig, locales: offeredLocales({ inTest: false }) } };
  for (const [ctx, language] of [
    [fewer, "en-XA"],
    [self, "tlh"],
    [self, ""],
  ] as const) {
    const refusal = await choosePreferences(ctx, { language }).catch((error: unknown) => error);
    expect(isAppError(refusal, "language.not_offered") && refusal.fields?.[0]?.field).toBe(
      "language",
    );
  }
  await expect(choosePreferences(nobody, { language: "en" })).rejects.toMatchObject({
    code: "auth.required",
  });
});

it("notes at registration the language in which somebody registered, but not English, which nobody need choose", async () => {
  const registered = async (nic: string, locale: Locale) => {
    const phone = `+1212555${nic.slice(-4)}`;
    const person = { name: "Ravi", email: `r${nic}@example.test`, phone, password };
    const { id } = await registerOwner({ ...nobody, locale }, { nic, country: "LK", ...person });
    return (await load(id)).locale;
  };
  expect(await registered("200212345991", "en")).toBeNull();
  expect(await registered("200212345992", "en-XA")).toBe("en-XA");
});

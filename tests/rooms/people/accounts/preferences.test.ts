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

const none = { language: null, theme: null, hourCycle: null, distanceUnit: null };

it("keeps what somebody chose with the account, each once", async () => {
  const user = await makeUser(db, "EvOwner");
  const self = as(user);
  expect(await readMe(self)).toMatchObject(none);
  const first = { ...none, language: "en-XA" };
  expect(await choosePreferences(self, { language: "en-XA" })).toEqual(first);
  expect(await choosePreferences(self, { language: "en-XA" })).toEqual(first);
  expect(await choosePreferences(self, {})).toEqual(first);
  const chosen = { theme: "dark", hourCycle: 12, distanceUnit: "mi" } as const;
  expect(await choosePreferences(self, chosen)).toEqual({ ...first, ...chosen });
  expect(await readMe(self)).toMatchObject({ ...first, ...chosen });
  expect(await load(user.userId)).toMatchObject({ locale: "en-XA", ...chosen });
  expect(await choosePreferences(self, { hourCycle: null })).toMatchObject({
    hourCycle: null,
    distanceUnit: "mi",
  });
  expect((await audits(user.userId)).map(({ changes }) => changes)).toEqual([
    { locale: [null, "en-XA"] },
    { theme: [null, "dark"], hourCycle: [null, 12], distanceUnit: [null, "mi"] },
    { hourCycle: [12, null] },
  ]);
  const told = (await events(user.userId)).map(({ type }) => type);
  expect(told).toEqual(["user.changed", "user.changed", "user.changed"]);
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

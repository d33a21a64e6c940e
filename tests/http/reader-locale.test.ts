import { expect, it } from "vitest";

import { anonymous, type UserActor } from "@/lib/core/actor";
import { readerLocale } from "@/lib/http/reader-locale";
import { offeredLocales, type Locale } from "@/lib/words/say";

import { testConfig } from "../support/world";

const all = offeredLocales({ inTest: true });
const person = (locale: string | null): UserActor => ({
  kind: "User",
  locale,
  userId: "01a21884-0000-7000-8000-000000000001",
  role: "EvOwner",
  status: "Active",
  name: "Ada",
  email: null,
  businessId: null,
  stationIds: [],
  ownerNic: null,
});

function chosen(
  { account, ...headers }: { account?: string | null; cookie?: string; "accept-language"?: string },
  locales: readonly Locale[] = all,
): Locale {
  const actor = account === undefined ? anonymous : person(account);
  return readerLocale({ actor, config: { ...testConfig, locales } }, new Headers(headers));
}

it("takes the account's language, else the browser's, else the first that is accepted, else English", () => {
  const headers = { cookie: "theme=dark; locale=en", "accept-language": "en-XA" };
  expect(chosen({ account: "en-XA", ...headers })).toBe("en-XA");
  expect(chosen({ account: null, ...headers })).toBe("en");
  expect(chosen({ "accept-language": "si, en-XA;q=0.8, en;q=0.5" })).toBe("en-XA");
  expect(chosen({ "accept-language": "si, en-XA;q=0.4, en-GB;q=0.5" })).toBe("en");
  expect(chosen({ "accept-language": "si" })).toBe("en");
  expect(chosen({})).toBe("en");
});

it("passes over what is no language, or not offered", () => {
  expect(chosen({ account: "tlh", cookie: "locale=en-XA" })).toBe("en-XA");
  expect(chosen({ cookie: "locale=__proto__", "accept-language": "en-XA" })).toBe("en-XA");
  expect(chosen({ "accept-language": ";;,q=,*;q=zz" })).toBe("en");
  const real = offeredLocales({ inTest: false });
  expect(real).not.toContain("en-XA");
  expect(chosen({ account: "en-XA", "accept-language": "en-XA" }, real)).toBe("en");
});

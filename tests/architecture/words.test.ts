import { describe, expect, test } from "vitest";

import { defaultLocale } from "@/components/i18n/locales";
import { catalogues } from "@/components/i18n/messages";
import { serverWords } from "@/components/i18n/server-words";

import { keysOf } from "../support/architecture/catalogue-checks";
import { projectOf, readProject } from "../support/architecture/project";
import { saidByBrowsers } from "../support/architecture/said-by-browsers";

/** The words among them that code in browsers may ask for, by their whole keys. */
function missed(project: Parameters<typeof saidByBrowsers>[0], left: typeof serverWords): string[] {
  const asked = saidByBrowsers(project);
  return Object.entries(left).flatMap(([namespace, words]) => {
    const own = keysOf(catalogues[defaultLocale][namespace as "station"]).filter((key) =>
      words.some((word) => key === word || key.startsWith(`${word}.`)),
    );
    const patterns = asked.get(namespace) ?? [];
    return own.filter((key) => patterns.some((pattern) => pattern.test(key)));
  });
}

test("no browser asks for a word that stays on the server", () =>
  expect(missed(readProject(), serverWords)).toEqual([]));

describe("the check sees what is planted", () => {
  const left: typeof serverWords = { station: ["zone", "zoneShort", "parts"] };
  const said = (code: string) =>
    missed(
      projectOf({
        "components/a/form.tsx": '"use client";\nimport { x } from "./field";',
        "components/a/field.tsx": `const t = useTranslations("station"); ${code}`,
      }),
      left,
    );

  test.for([
    ['t("zone")', ["zone"]],
    ['t(is ? "book" : "zoneShort")', ["zoneShort"]],
    ["t(`zone${x}`)", ["zone", "zoneShort"]],
    ["t(`parts.${x}`)", ["parts.night", "parts.morning", "parts.afternoon", "parts.evening"]],
    ['t.rich("zone")', ["zone"]],
    ['useTranslations("station.parts")("night")', expect.arrayContaining(["parts.night"])],
  ] as const)("%s", ([code, keys]) => expect(said(code)).toEqual(keys));

  test("what cannot be told counts as every word", () => {
    for (const code of ["t(word)", "say(t)", "const all = { t };"])
      expect(said(code)).toHaveLength(6);
  });

  test("the server may say them", () => {
    expect(said('t("book")')).toEqual([]);
    expect(
      missed(projectOf({ "app/page.tsx": 'useTranslations("station")("zone");' }), left),
    ).toEqual([]);
  });
});

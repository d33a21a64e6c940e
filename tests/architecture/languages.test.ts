import { describe, expect, test } from "vitest";

import { defaultLocale, type Language, languages } from "@/components/i18n/locales";
import { catalogues } from "@/components/i18n/messages";
import type { Messages } from "@/components/i18n/together";

import { keysOf } from "../support/architecture/catalogue-checks";
import {
  consoleNamespaces,
  missingWords,
  wrongLine,
  wrongWords,
} from "../support/architecture/language-checks";
import { projectOf, readProject } from "../support/architecture/project";

/*
 * kiosks.md, Content and languages: whatever language is in the list says what English says, with the same values and all
 * its plurals. What it lacks is counted here; pages for the public and for owners must be whole.
 */
const english: Messages = catalogues[defaultLocale];
const ofConsoles = consoleNamespaces(readProject());
const isOfConsoles = (key: string) => ofConsoles.has(key.split(".")[0] ?? "");

test("every language that is listed has its files, and the other way round", () =>
  expect(Object.keys(catalogues).toSorted()).toEqual(Object.keys(languages).toSorted()));

describe.each(Object.entries<Language>(languages))("%s", (locale, line) => {
  const said: Messages = catalogues[locale as keyof typeof catalogues];

  test("says with English's values, tags and choices, and all its plurals, what it says", () =>
    expect(wrongWords(locale, english, said)).toEqual([]));

  test("is whole where the public and owners read", () => {
    const missing = missingWords(english, said);
    const all = keysOf(english).length;
    console.log(`Languages: ${locale} says ${all - missing.length} of ${all} messages.`);
    expect(missing.filter((key) => !isOfConsoles(key))).toEqual([]);
  });

  test("is written as its line says", () => expect(wrongLine(locale, line, said)).toEqual([]));
});

test("what everybody reads is told from what consoles alone show", () => {
  for (const name of ["health", "deliveries", "audits"]) expect([...ofConsoles]).toContain(name);
  const everybodys = "site ui shell errors finder station receipts letters rules questions".split(
    " ",
  );
  for (const name of everybodys) expect([...ofConsoles]).not.toContain(name);
  const planted = projectOf({
    "app/admin/page.tsx": 'import "../shared"; getTranslations("health.counts");',
    "app/owner/page.tsx": 'useTranslations("own");',
    "app/shared.tsx": 'useTranslations("shared"); useTranslations(`own.${name}`);',
    "lib/a/b/c.ts": 'say("shared.word");',
  });
  expect([...consoleNamespaces(planted)]).toEqual(["health"]);
});

describe("planted in a language's files", () => {
  const law = {
    door: {
      shut: "Shut by {who} on {at, date, day}.",
      cars: "{count, plural, one {# car} other {# cars}}",
      state: "{state, select, open {Open} other {Shut}}",
      link: "See <b>it</b>",
    },
  };
  const whole = {
    door: {
      shut: "{at, date, day} закрыл {who}.",
      cars: "{count, plural, one {# машина} few {# машины} many {# машин} other {# машины}}",
      state: "{state, select, open {Открыто} other {Закрыто}}",
      link: "Смотри <b>это</b>",
    },
  };
  const saying = (part: Partial<typeof whole.door> & Record<string, string>) => ({
    door: { ...whole.door, ...part },
  });

  test("nothing wrong", () => {
    expect(missingWords(law, whole)).toEqual([]);
    expect(wrongWords("ru", law, whole)).toEqual([]);
  });

  test("a forgotten key and a forgotten file", () => {
    const { link: _, ...rest } = whole.door;
    expect(missingWords(law, { door: rest })).toEqual(["door.link"]);
    expect(missingWords(law, {})).toHaveLength(4);
  });

  test.for([
    [{ shut: "{at, date, day} закрыл." }, "door.shut: lacks {who}"],
    [
      { shut: "{at, date, day} закрыл {who} {why}." },
      "door.shut: has {why}, which English has not",
    ],
    [{ cars: whole.door.cars.replace("few {# машины} ", "") }, "door.cars: lacks the plural “few”"],
    [{ state: "{state, select, other {Закрыто}}" }, "door.state: lacks {state: open}"],
    [{ link: "Смотри это" }, "door.link: lacks <b>"],
    [{ knob: "Ручка" }, "door.knob: English does not say it"],
  ] as const)("%s", ([part, fault]) =>
    expect(wrongWords("ru", law, saying(part))).toEqual([fault]),
  );

  test("a time that would be shown as a number", () =>
    expect(wrongWords("ru", law, saying({ shut: "{at} закрыл {who}." }))).toEqual([
      "door.shut: lacks {at as a time}",
      "door.shut: has {at}, which English has not",
    ]));

  test("a plural within a tag or a choice", () => {
    const nested = { a: "<b>{n, plural, one {#} other {#}}</b>" };
    expect(wrongWords("ar", nested, nested)).toHaveLength(4);
  });

  const line = { name: "සිංහල", direction: "ltr", font: "sinhala", digits: "latn" } as const;
  test.for([
    ["si", line, []],
    ["si", { ...line, font: "tamil" }, ["its font tamil has not: ස ි ං හ ල"]],
    ["si", { ...line, direction: "rtl" }, ["it is written ltr"]],
    ["ne", { ...line, name: "नेपाली", font: "devanagari" }, ["its digits are deva"]],
    ["ar-EG", { ...line, name: " ", digits: "arab" }, ["it has no name", "it is written rtl"]],
  ] as const)("a line that is not so: %s", ([locale, planted, faults]) =>
    expect(wrongLine(locale, { ...planted, reviewedBy: null }, {})).toEqual(faults),
  );
});

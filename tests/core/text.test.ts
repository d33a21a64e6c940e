import { describe, expect, it, test } from "vitest";

import { asLine, cut, isBlank, isWithin, signsOf, tidy, tidyPlain } from "@/lib/core/text";

const family = "👨‍👩‍👧‍👦";
const sri = "ශ්‍රී ලංකා";

describe("tidy", () => {
  test.for([
    [
      "F14: signs that turn the direction, as a phone from a list",
      "\u202a+94771234567\u202c",
      "+94771234567",
    ],
    [
      "F14: a byte order mark, and white ends of every kind",
      "\ufeff\u00a0 Ada\u3000\u200b\u00a0",
      "Ada",
    ],
    ["F15: a text that shows nothing", "\u200b", ""],
    [
      "F15: nor does one of joiners, fillers and an empty braille cell",
      "\u200d\u3164\ufe0f\u2800\u00ad",
      "",
    ],
    ["F17: a decomposed letter", "Cafe\u0301", "Café"],
    ["F17: and one that a stray sign stood between", "Cafe\u202c\u0301", "Café"],
    ["F2: half an emoji is told as what it is", "x \ud83d", "x \ufffd"],
    [
      "joiners and variation selectors stay, which the sign is written with",
      `${family} ❤️`,
      `${family} ❤️`,
    ],
    ["and those of Sinhala", sri, sri],
    ["marks of direction within stay", "א\u200fב", "א\u200fב"],
  ])("%s", ([, text = "", expected]) => expect(tidy(text)).toBe(expected));

  it("takes no longer for a million blanks within", () => {
    const text = `a${" ".repeat(1_000_000)}b`;
    const from = performance.now();
    expect(tidy(text)).toBe(text);
    expect(isBlank(text)).toBe(false);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

test("F14: what machines read keeps no invisible sign at all", () => {
  expect(tidyPlain(" ada\u200d@exam\u00adple\u2060.com\u200e ")).toBe("ada@example.com");
});

test.for([
  ["F28: BK-H94F-GTG3", "BKH94FGTG3"],
  ["F28: bk–h94f gtg3", "BKH94FGTG3"],
  ["F28: BK−H94F\u2011GTG3", "BKH94FGTG3"],
  ["F14: \u202aBKH94FGTG3\u202c", "BKH94FGTG3"],
  ["full-width: ＢＫＨ９４", "BKH94"],
])("signsOf %s", ([typed = "", signs]) => expect(signsOf(typed.replace(/^.*?: /, ""))).toBe(signs));

describe("a length counts characters as people do", () => {
  test.for([
    [family.repeat(2), 2, false],
    [family, 3, true],
    ["é".repeat(5), 5, true],
    ["e\u0301".repeat(5), 5, true],
    ["abcdef", 5, false],
    ["🚗".repeat(5), 5, true],
    ["a".repeat(21), 5, false],
    [`a${"\u0301".repeat(10_000)}`, 50_000, false],
    [`a${"\u0301".repeat(10_000)}`, 1, false],
  ] as const)("%#: %s within %d: %s", ([text, most, fits]) => {
    expect(isWithin(text, most)).toBe(fits);
  });

  it("F2: and what is cut is never cut within one", () => {
    expect(cut(`${"x".repeat(159)}😀 end`, 160)).toBe(`${"x".repeat(159)}😀`);
    expect(cut("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301e\u0301");
    expect(cut("ශ්‍රී ලංකා", 2)).toBe("ශ්‍රී");
    expect(cut(`a${"\u0301".repeat(10_000)}`, 5)).toBe("");
    expect(asLine(` a\n\tb \ud83d${"c".repeat(9)}`, 7)).toBe("a b \ufffdcc");
  });
});

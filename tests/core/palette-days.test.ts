import { describe, expect, test } from "vitest";

import { dayNames, parseDay, parseWholeDay, splitDay } from "@/components/palette/parse-day";

const names = dayNames("en-US", {
  today: "today",
  tomorrow: "tomorrow",
  yesterday: "yesterday",
});
// A Wednesday.
const today = "2026-11-25";
const day = (typed: string) => parseDay(typed, today, names);

describe("a day typed into the palette", () => {
  test.each([
    ["today", "2026-11-25"],
    ["tomorrow", "2026-11-26"],
    ["tom", "2026-11-26"],
    ["yesterday", "2026-11-24"],
    ["wed", "2026-11-25"],
    ["Tuesday", "2026-12-01"],
    ["5 dec", "2026-12-05"],
    ["Dec 5", "2026-12-05"],
    ["december 5.", "2026-12-05"],
    ["24 nov", "2027-11-24"],
    ["2027-02-28", "2027-02-28"],
    ["3 dec 2026", "2026-12-03"],
    ["3rd december", "2026-12-03"],
    ["December 3rd, 2026", "2026-12-03"],
    ["dec 3 2028", "2028-12-03"],
    ["1st nov 2026", "2026-11-01"],
    ["22nd aug", "2027-08-22"],
  ])("%s is %s", (typed, expected) => {
    expect(day(typed)).toBe(expected);
  });

  test.each([
    "",
    "to",
    "31 feb",
    "2027-02-30",
    "5",
    "dec",
    "5 xyz",
    "we",
    "1234 dec",
    "1 2 dec",
    "31 feb 2027",
    "3 dec 9999",
    "dec 2026",
    "3rd",
  ])("%s is none", (typed) => {
    expect(day(typed)).toBeNull();
  });

  test("a language has its own names", () => {
    const german = dayNames("de", { today: "heute", tomorrow: "morgen", yesterday: "gestern" });
    expect(parseDay("5. dez", today, german)).toBe("2026-12-05");
    expect(parseDay("Samstag", today, german)).toBe("2026-11-28");
  });

  test("is meant without a word before it where nothing else can be", () => {
    expect(parseWholeDay("Friday", today, names)).toBe("2026-11-27");
    expect(parseWholeDay("5 dec", today, names)).toBe("2026-12-05");
    // What may be the beginning of a station's name.
    expect(parseWholeDay("mon", today, names)).toBeNull();
    expect(parseWholeDay("4100", today, names)).toBeNull();
  });

  test.each([
    ["fernando friday", { q: "fernando", day: "2026-11-27" }],
    ["yesterday KTR-4100", { q: "KTR-4100", day: "2026-11-24" }],
    ["ravi perera 5 dec", { q: "ravi perera", day: "2026-12-05" }],
    ["ravi perera 3 dec 2026", { q: "ravi perera", day: "2026-12-03" }],
    ["3rd december ravi", { q: "ravi", day: "2026-12-03" }],
    ["friday", { q: undefined, day: "2026-11-27" }],
    ["ravi perera", null],
    ["1 WATERLINE", null],
  ])("%s is split", (typed, expected) => {
    expect(splitDay(typed, today, names)).toEqual(expected);
  });
});

import { describe, expect, test } from "vitest";

import { dayNames, parseDay } from "@/components/palette/parse-day";

const names = dayNames("en-US", { today: "today", tomorrow: "tomorrow" });
// A Wednesday.
const today = "2026-11-25";
const day = (typed: string) => parseDay(typed, today, names);

describe("a day typed into the palette", () => {
  test.each([
    ["today", "2026-11-25"],
    ["tomorrow", "2026-11-26"],
    ["tom", "2026-11-26"],
    ["wed", "2026-11-25"],
    ["Tuesday", "2026-12-01"],
    ["5 dec", "2026-12-05"],
    ["Dec 5", "2026-12-05"],
    ["december 5.", "2026-12-05"],
    ["24 nov", "2027-11-24"],
    ["2027-02-28", "2027-02-28"],
  ])("%s is %s", (typed, expected) => {
    expect(day(typed)).toBe(expected);
  });

  test.each(["", "to", "31 feb", "2027-02-30", "5", "dec", "5 xyz", "we"])(
    "%s is none",
    (typed) => {
      expect(day(typed)).toBeNull();
    },
  );

  test("a language has its own names", () => {
    const german = dayNames("de", { today: "heute", tomorrow: "morgen" });
    expect(parseDay("5. dez", today, german)).toBe("2026-12-05");
    expect(parseDay("Samstag", today, german)).toBe("2026-11-28");
  });
});

import { describe, expect, it } from "vitest";

import { readTime } from "@/lib/core/read-time";

/** The halves of the day as a language writes them, as the fields of opening hours ask for them. */
function wordsOf(locale: string) {
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    hourCycle: "h12",
    timeZone: "UTC",
  });
  const halfAt = (hour: number) =>
    clock.format(new Date(Date.UTC(2024, 0, 1, hour))).replaceAll(/\d/g, "");
  return {
    am: ["a", "am", halfAt(6)],
    pm: ["p", "pm", halfAt(18)],
    noon: ["noon"],
    midnight: ["midnight"],
  };
}

const english = wordsOf("en-US");
const start = (typed: string, words = english) => readTime(typed, { ...words, isEnd: false });
const end = (typed: string, words = english) => readTime(typed, { ...words, isEnd: true });

describe("a time of day as people type it", () => {
  it.each([
    ["6pm", "18:00"],
    ["6 PM", "18:00"],
    ["6:00 PM", "18:00"],
    ["6:00\u202FPM", "18:00"],
    ["6:30 p.m.", "18:30"],
    ["6.30pm", "18:30"],
    ["630 pm", "18:30"],
    [" 6:05 a ", "06:05"],
    ["pm 6", "18:00"],
    ["18", "18:00"],
    ["1800", "18:00"],
    ["18:00", "18:00"],
    ["18.45", "18:45"],
    ["18h", "18:00"],
    ["18h30", "18:30"],
    ["18:00 PM", "18:00"],
    ["8", "08:00"],
    ["800", "08:00"],
    ["0800", "08:00"],
    ["8:15", "08:15"],
    ["１８：００", "18:00"],
  ])("%s is %s at either end", (typed, time) => {
    expect(start(typed)).toBe(time);
    expect(end(typed)).toBe(time);
  });

  it.each(["12 PM", "12:00 pm", "12", "1200", "noon", "12 noon", "Noon"])("%s is noon", (typed) => {
    expect(start(typed)).toBe("12:00");
    expect(end(typed)).toBe("12:00");
  });

  it.each(["12 AM", "12:00 a.m.", "0", "00:00", "0000", "midnight", "12 midnight"])(
    "%s begins a day, or ends it",
    (typed) => {
      expect(start(typed)).toBe("00:00");
      expect(end(typed)).toBe("24:00");
    },
  );

  it("half an hour after midnight is by no clock the day's end", () => {
    expect(end("12:30 AM")).toBe("00:30");
    expect(end("0:30")).toBe("00:30");
    expect(end("12:30 PM")).toBe("12:30");
    expect(end("12:30")).toBe("12:30");
  });

  it("24:00 is an end, and no start", () => {
    expect(end("24:00")).toBe("24:00");
    expect(end("2400")).toBe("24:00");
    expect(end("24")).toBe("24:00");
    expect(start("24:00")).toBeNull();
  });

  it.each([
    "",
    " ",
    "pm",
    "eight",
    "6:",
    "6:0",
    "6:60",
    "25",
    "24:30",
    "24 pm",
    "30 pm",
    "13 AM",
    "0 PM",
    "1 noon",
    "6 midnight",
    "8:00–",
    "-8",
    "8.5",
    "18:00:00",
    "12345",
    "6 am pm",
  ])("%j cannot be read", (typed) => {
    expect(start(typed)).toBeNull();
    expect(end(typed)).toBeNull();
  });

  it.each(["en", "si", "ta", "ar-EG-u-nu-latn"])(
    "reads back what %s writes at every quarter of an hour",
    (locale) => {
      const words = wordsOf(locale);
      for (const hourCycle of ["h12", "h23"] as const) {
        const clock = new Intl.DateTimeFormat(locale, {
          hour: "numeric",
          minute: "2-digit",
          hourCycle,
          timeZone: "UTC",
        });
        for (let minute = 0; minute < 1_440; minute += 15) {
          const at = new Date(Date.UTC(2024, 0, 1, 0, minute));
          expect(start(clock.format(at), words)).toBe(at.toISOString().slice(11, 16));
        }
      }
    },
  );

  it("says Sinhala and Tamil halves of the day as their readers do", () => {
    expect(start("ප.ව. 6.30", wordsOf("si"))).toBe("18:30");
    expect(start("6 පෙ.ව.", wordsOf("si"))).toBe("06:00");
    expect(start(`6:30 ${wordsOf("ta").pm.at(-1)}`, wordsOf("ta"))).toBe("18:30");
  });
});

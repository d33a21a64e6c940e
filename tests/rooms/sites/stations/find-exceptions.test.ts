import { describe, expect, it } from "vitest";

import { weekdays } from "@/lib/core/calendar";
import { exceptionWords, findExceptions } from "@/lib/sites/stations/find-exceptions";
import { alwaysOpen, type Weekly } from "@/lib/sites/stations/parse-opening-hours";

const zone = "Europe/Amsterdam";
const now = new Date("2026-10-01T12:00:00Z");
const daily = (start: string, end: string) =>
  Object.fromEntries(weekdays.map((day) => [day, [{ start, end }]])) as unknown as Weekly;
const period = (from: string, to: string, open = false) => ({
  from: new Date(from),
  to: new Date(to),
  open,
});

/** The dates in short: `2026-12-02 closed`, `2026-12-03 08:00-12:00`. */
const told = (weekly: Weekly, ...periods: ReturnType<typeof period>[]) =>
  findExceptions(weekly, periods, zone, now)?.map(({ date, closed, windows }) =>
    closed
      ? `${date} closed`
      : [date, ...windows.map((one) => `${one.start}-${one.end}`)].join(" "),
  );

describe("a closing", () => {
  it.each<[string, Weekly, [string, string], string[]]>([
    [
      "of a whole day",
      alwaysOpen,
      ["2026-12-01T23:00Z", "2026-12-02T23:00Z"],
      ["2026-12-02 closed"],
    ],
    [
      "told by its last minute",
      alwaysOpen,
      ["2026-12-01T23:00Z", "2026-12-02T22:59Z"],
      ["2026-12-02 closed"],
    ],
    [
      "told by its last second",
      alwaysOpen,
      ["2026-12-01T23:00Z", "2026-12-02T22:59:59Z"],
      ["2026-12-02 closed"],
    ],
    [
      "at noon",
      daily("08:00", "18:00"),
      ["2026-12-02T11:00Z", "2026-12-02T12:00Z"],
      ["2026-12-02 08:00-12:00 13:00-18:00"],
    ],
    [
      "outside of the hours",
      daily("08:00", "18:00"),
      ["2026-12-02T18:00Z", "2026-12-02T20:00Z"],
      [],
    ],
    [
      "over several days",
      daily("08:00", "18:00"),
      ["2026-12-02T14:00Z", "2026-12-04T09:00Z"],
      ["2026-12-02 08:00-15:00", "2026-12-03 closed", "2026-12-04 10:00-18:00"],
    ],
    [
      "that cuts the night before",
      daily("22:00", "06:00"),
      ["2026-12-02T02:00Z", "2026-12-02T04:00Z"],
      ["2026-12-01 22:00-03:00", "2026-12-02 05:00-06:00 22:00-06:00"],
    ],
    [
      "that ends in a night",
      daily("22:00", "06:00"),
      ["2026-12-02T12:00Z", "2026-12-02T23:00Z"],
      ["2026-12-02 closed", "2026-12-03 00:00-06:00 22:00-06:00"],
    ],
    [
      "on the day of 25 hours",
      alwaysOpen,
      ["2026-10-24T22:00Z", "2026-10-25T23:00Z"],
      ["2026-10-25 closed"],
    ],
    ["that is over", alwaysOpen, ["2026-09-01T00:00Z", "2026-09-05T00:00Z"], []],
    [
      "that has begun",
      daily("08:00", "18:00"),
      ["2026-09-01T00:00Z", "2026-10-02T00:00Z"],
      ["2026-10-01 closed"],
    ],
  ])("%s", (_name, weekly, [from, to], dates) => {
    expect(told(weekly, period(from, to))).toEqual(dates);
  });

  it("of more than a year is no exception any more", () => {
    expect(told(alwaysOpen, period("2026-12-01T00:00Z", "2028-01-01T00:00Z"))).toBeUndefined();
  });
});

describe("an opening", () => {
  it.each<[string, [string, string], string[]]>([
    [
      "runs on from the usual hours",
      ["2026-12-02T17:00Z", "2026-12-02T20:00Z"],
      ["2026-12-02 08:00-21:00"],
    ],
    [
      "stands beside them",
      ["2026-12-02T19:00Z", "2026-12-02T20:00Z"],
      ["2026-12-02 08:00-18:00 20:00-21:00"],
    ],
    ["within them changes nothing", ["2026-12-02T09:00Z", "2026-12-02T10:00Z"], []],
    [
      "over midnight is two days'",
      ["2026-12-02T20:00Z", "2026-12-03T01:00Z"],
      ["2026-12-02 08:00-18:00 21:00-24:00", "2026-12-03 00:00-02:00 08:00-18:00"],
    ],
  ])("%s", (_name, [from, to], dates) => {
    expect(told(daily("08:00", "18:00"), period(from, to, true))).toEqual(dates);
  });

  it("gives way to a closing of the same time", () => {
    const [from, to] = ["2026-12-02T19:00Z", "2026-12-02T20:00Z"];
    expect(told(daily("08:00", "18:00"), period(from, to, true), period(from, to))).toEqual([]);
  });
});

it("words say them in the station's time, those to come alone", () => {
  const words = exceptionWords(
    [
      period("2026-12-24T20:00Z", "2026-12-26T08:30Z"),
      period("2026-12-05T08:00Z", "2026-12-05T10:00Z", true),
      period("2026-09-05T08:00Z", "2026-09-05T10:00Z"),
    ],
    zone,
    now,
  );
  expect(words).toBe("Open 2026-12-05 09:00–11:00; Closed 2026-12-24 21:00 – 2026-12-26 09:30");
});

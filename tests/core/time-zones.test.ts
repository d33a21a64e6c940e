import { describe, expect, it } from "vitest";

import { addDays, calendarDay, isCalendarDay, localTime, weekdayOf } from "@/lib/core/calendar";
import { daySpan, instantAt } from "@/lib/core/time-zones";
import { isTimeZone } from "@/lib/core/zone-names";

const hoursOf = (day: string, zone: string) => {
  const { from, to } = daySpan(day, zone);
  return (to.getTime() - from.getTime()) / 3_600_000;
};

describe("time zones", () => {
  it.each([
    ["2026-03-08", "America/New_York", 23],
    ["2026-11-01", "America/New_York", 25],
    ["2026-06-01", "America/New_York", 24],
    ["2026-10-04", "Australia/Lord_Howe", 23.5],
    ["2026-04-05", "Australia/Lord_Howe", 24.5],
    ["2026-03-29", "Europe/London", 23],
    ["2026-10-25", "Europe/London", 25],
    ["2026-06-01", "Asia/Kathmandu", 24],
  ])("counts the hours of %s in %s as %d", (day, zone, hours) => {
    expect(hoursOf(day, zone)).toBe(hours);
  });

  it("puts a time that daylight saving skips after the gap", () => {
    expect(instantAt("2026-03-08", "02:30", "America/New_York").toISOString()).toBe(
      "2026-03-08T07:30:00.000Z",
    );
  });

  it("takes the first of two occurrences of a time", () => {
    expect(instantAt("2026-11-01", "01:30", "America/New_York").toISOString()).toBe(
      "2026-11-01T05:30:00.000Z",
    );
  });

  it("reads 24:00 as the start of the next day", () => {
    expect(instantAt("2026-10-31", "24:00", "America/New_York")).toEqual(
      instantAt("2026-11-01", "00:00", "America/New_York"),
    );
  });

  it("knows a quarter-hour zone", () => {
    const noon = instantAt("2026-06-01", "12:00", "Asia/Kathmandu");
    expect(noon.toISOString()).toBe("2026-06-01T06:15:00.000Z");
    expect(localTime(noon, "Asia/Kathmandu")).toBe("12:00");
    expect(calendarDay(new Date("2026-05-31T18:15:00Z"), "Asia/Kathmandu")).toBe("2026-06-01");
    expect(calendarDay(new Date("2026-05-31T18:14:59.999Z"), "Asia/Kathmandu")).toBe("2026-05-31");
  });

  it("shows midnight as 00:00 and both passes of the hour that winter time repeats", () => {
    const zone = "America/New_York";
    expect(localTime(new Date("2026-11-01T04:00:00Z"), zone)).toBe("00:00");
    expect(calendarDay(new Date("2026-11-01T04:00:00Z"), zone)).toBe("2026-11-01");
    expect(localTime(new Date("2026-11-01T05:30:00Z"), zone)).toBe("01:30");
    expect(localTime(new Date("2026-11-01T06:30:00Z"), zone)).toBe("01:30");
    expect(calendarDay(new Date("2026-12-31T23:59:59.999Z"), "UTC")).toBe("2026-12-31");
  });

  it("adds days across a month and tells weekdays", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(weekdayOf("2026-06-01")).toBe("mon");
    expect(weekdayOf("2026-06-07")).toBe("sun");
  });

  it("tells real zones and days from invented ones", () => {
    expect(isTimeZone("America/New_York")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("+02:00")).toBe(false);
    expect(isTimeZone("")).toBe(false);
    expect(isCalendarDay("2028-02-29")).toBe(true);
    expect(isCalendarDay("2026-02-29")).toBe(false);
    expect(isCalendarDay("2026-2-1")).toBe(false);
  });
});

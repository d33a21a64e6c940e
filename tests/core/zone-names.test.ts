import { describe, expect, it } from "vitest";

import { localTime } from "@/lib/core/calendar";
import { timeZoneName } from "@/lib/core/fields";
import { isTimeZone, presentZone, timeZones } from "@/lib/core/zone-names";

const years = [2000, 2008, 2016, 2024, 2026, 2027, 2030, 2050];

describe("the list of zones", () => {
  it("holds each once, in its name in use, and Node knows them all", () => {
    expect(new Set(timeZones).size).toBe(timeZones.length);
    expect(timeZones.length).toBeGreaterThan(430);
    expect(timeZones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  it("has a name for every zone that Node lists", () => {
    const listed = Intl.supportedValuesOf("timeZone");
    expect(listed.filter((zone) => presentZone(zone) === null)).toEqual([]);
  });

  it.each([
    ["US/Pacific-New", "America/Los_Angeles"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["europe/kyiv", "Europe/Kyiv"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["UTC", "UTC"],
    ["Etc/UTC", "UTC"],
    ["GMT", "UTC"],
    ["EST5EDT", "America/New_York"],
    ["Etc/GMT+5", "Etc/GMT+5"],
  ])("reads %s as %s", (name, present) => {
    expect(presentZone(name)).toBe(present);
    expect(timeZoneName.parse(name)).toBe(present);
  });

  it.each(["Mars/Olympus", "+05:30", "", "UTC+2", "Factory", "PST", "constructor", "America"])(
    "does not take %s",
    (name) => {
      expect(presentZone(name)).toBeNull();
      expect(timeZoneName.safeParse(name).success).toBe(false);
    },
  );

  it("is off UTC by quarters of an hour alone, so that a quarter has one local day and hour", () => {
    const odd = timeZones.filter((zone) =>
      years.some((year) =>
        [0, 3, 6, 9].some((month) => {
          const minute = Number(localTime(new Date(Date.UTC(year, month, 1)), zone).slice(3));
          return minute % 15 !== 0;
        }),
      ),
    );
    expect(odd).toEqual([]);
  });
});

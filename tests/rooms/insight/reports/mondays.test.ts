import { expect, it } from "vitest";

import {
  latestMonday,
  newestMonday,
  nextDue,
  weekBefore,
} from "@/lib/insight/reports/plan-mondays";

const newYork = "America/New_York";
const newest = (at: string, zone = newYork) => newestMonday(new Date(at), zone);

it.each([
  // 07:00 in New York is 11:00 UTC in summer and 12:00 in winter; clocks went ahead on Sunday, March 8, and back on
  // Sunday, November 1.
  ["2026-03-02T11:59:59.999Z", "2026-02-23"],
  ["2026-03-02T12:00:00.000Z", "2026-03-02"],
  ["2026-03-09T10:59:59.999Z", "2026-03-02"],
  ["2026-03-09T11:00:00.000Z", "2026-03-09"],
  ["2026-10-26T11:00:00.000Z", "2026-10-26"],
  ["2026-11-02T11:59:59.999Z", "2026-10-26"],
  ["2026-11-02T12:00:00.000Z", "2026-11-02"],
  // Any other day of the week, and the Sunday night that is Monday already in UTC.
  ["2026-06-03T20:00:00.000Z", "2026-06-01"],
  ["2026-06-08T03:00:00.000Z", "2026-06-01"],
])("in New York at %s the newest Monday is %s", (at, monday) => {
  expect(newest(at)).toBe(monday);
});

it.each([
  ["Pacific/Kiritimati", "2026-06-07T17:00:00.000Z"],
  ["Asia/Kathmandu", "2026-06-08T01:15:00.000Z"],
  ["UTC", "2026-06-08T07:00:00.000Z"],
  ["Pacific/Pago_Pago", "2026-06-08T18:00:00.000Z"],
])("where the zone is %s Monday, June 8 is there at %s, not a millisecond before", (zone, at) => {
  const instant = new Date(at);
  expect(newestMonday(new Date(instant.getTime() - 1), zone)).toBe("2026-06-01");
  expect(newestMonday(instant, zone)).toBe("2026-06-08");
  expect(nextDue("2026-06-01", zone)).toEqual(instant);
  // Nobody's is later than the one by which the rows are found.
  expect(latestMonday(instant)).toBe("2026-06-08");
});

it("where clocks moved by half an hour the day before, it is seven by those of Monday", () => {
  expect(nextDue("2026-03-30", "Australia/Lord_Howe").toISOString()).toBe(
    "2026-04-05T20:30:00.000Z",
  );
});

it("the mail of a Monday tells of the week from Monday to Sunday before it", () => {
  expect(weekBefore("2026-03-09")).toEqual({ from: "2026-03-02", to: "2026-03-08" });
  expect(weekBefore("2026-01-05")).toEqual({ from: "2025-12-29", to: "2026-01-04" });
});

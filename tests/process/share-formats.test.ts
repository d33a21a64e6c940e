import { expect, test } from "vitest";

import { sharing } from "@/lib/process/share-formats";

const DateTimeFormat = sharing(
  Intl.DateTimeFormat as never,
) as unknown as typeof Intl.DateTimeFormat;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const at = new Date("2026-03-01T12:00:00Z");

test("who asks for the same has the same", () => {
  const zone = { ...clock, timeZone: "Asia/Kathmandu" };
  expect(new DateTimeFormat("en", zone)).toBe(new DateTimeFormat("en", { ...zone }));
  expect(new DateTimeFormat("en", zone).format(at)).toBe("17:45");
});

test("who asks for something else has something else", () => {
  const said = ["Asia/Kathmandu", "Europe/London", "America/New_York"].map((timeZone) =>
    new DateTimeFormat("en", { ...clock, timeZone }).format(at),
  );
  expect(said).toEqual(["17:45", "12:00", "07:00"]);
  expect(new DateTimeFormat("de", { month: "long", timeZone: "UTC" }).format(at)).toBe("März");
  expect(new DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(at)).toBe("March");
});

test("it is Intl's own, and refuses what that refuses", () => {
  expect(new DateTimeFormat("en")).toBeInstanceOf(Intl.DateTimeFormat);
  expect(new DateTimeFormat("en")).toBeInstanceOf(DateTimeFormat);
  expect(DateTimeFormat.supportedLocalesOf(["en"])).toEqual(["en"]);
  expect(DateTimeFormat("en", { timeZone: "UTC" }).format(at)).toBe("3/1/2026");
  for (let turn = 0; turn < 2; turn += 1) {
    expect(() => new DateTimeFormat("en", { timeZone: "Nowhere" })).toThrow(RangeError);
  }
});

test("one that is made of it is made each time", () => {
  class Own extends DateTimeFormat {}
  expect(new Own("en")).toBeInstanceOf(Own);
  expect(new Own("en")).not.toBe(new Own("en"));
});

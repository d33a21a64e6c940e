import { globSync, readFileSync } from "node:fs";

import { expect, it, test } from "vitest";
import { z } from "zod";

import { inDigits, within } from "@/lib/core/fields";
import { CreateBooking } from "@/lib/charging/bookings/schema";
import { LocalHold } from "@/lib/sites/schedules/schema";

const number = inDigits(within(z.int(), 1, 999));

test.for([[2], ["2"], [" 2 "], ["+2"]])("%j is two", ([value]) => {
  expect(number.parse(value)).toBe(2);
});

const odd = [
  true,
  [2],
  ["2"],
  "0x2",
  "2e0",
  "",
  " ",
  null,
  {},
  3_000_000_000,
  "3000000000",
  0,
  2.5,
];

test.for(odd.map((value) => [value]))("%j is no number of a connector", ([value]) => {
  expect(number.safeParse(value).success).toBe(false);
  const id = crypto.randomUUID();
  const [startsAt, endsAt] = ["2027-03-01T10:00:00Z", "2027-03-01T11:00:00Z"];
  const booking = CreateBooking.safeParse({ stationId: id, startsAt, endsAt, connectorId: value });
  expect(booking.error?.issues.map(({ path }) => path)).toEqual([["connectorId"]]);
  const [from, to] = ["2027-03-01T10:00", "2027-03-01T11:00"];
  const hold = { startsAt: from, endsAt: to, connectors: value, reason: "Cable" };
  expect(LocalHold.safeParse(hold).error?.issues.map(({ path }) => path)).toEqual([["connectors"]]);
});

it("is how every number is read that may stand as text: zod's own reading takes true, [2] and 0x2", () => {
  const files = globSync("lib/**/*.ts");
  expect(files.length).toBeGreaterThan(300);
  const reads = files.filter((file) =>
    /z\.coerce\s*\.(number|bigint)/.test(readFileSync(file, "utf8")),
  );
  expect(reads).toEqual([]);
});

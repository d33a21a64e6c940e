import { expect, it } from "vitest";

import { anonymous, type UserActor } from "@/lib/core/actor";
import { kilometresOf, metresIn, unitsFor } from "@/lib/core/units";
import { readerUnits } from "@/lib/http/reader-locale";

const person: UserActor = {
  kind: "User",
  locale: null,
  userId: "01a21884-0000-7000-8000-000000000001",
  role: "EvOwner",
  status: "Active",
  name: "Ada",
  email: null,
  businessId: null,
  stationIds: [],
  ownerNic: null,
};

const read = (headers: Record<string, string>, actor: UserActor | typeof anonymous = anonymous) => {
  const { hourCycle, distance } = readerUnits({ actor }, new Headers(headers));
  return `${hourCycle} ${distance}`;
};

it.each([
  ["en-US,en;q=0.9", "h12 mi"],
  ["en-GB", "h23 mi"],
  ["en-IE, en-US;q=0.5", "h23 km"],
  ["de", "h23 km"],
  ["en-AU", "h12 km"],
  ["ja-JP", "h23 km"],
  ["*", "h23 km"],
  ["no language at all;;", "h23 km"],
])("who reads %s reads %s", (accepted, units) =>
  expect(read({ "accept-language": accepted })).toBe(units),
);

it("says what cannot be misread where nobody says who reads", () =>
  expect(read({})).toBe("h23 km"));

it("takes the account's choice, else the browser's, each for itself", () => {
  const headers = { "accept-language": "en-US", cookie: "a=b; clock=24; distance=km" };
  expect(read(headers)).toBe("h23 km");
  expect(read(headers, { ...person, hourCycle: 12, distanceUnit: null })).toBe("h12 km");
  expect(read(headers, { ...person, hourCycle: null, distanceUnit: "mi" })).toBe("h23 mi");
  expect(read({ cookie: "clock=13; distance=ells" })).toBe("h23 km");
});

it("is the same whatever the process's own locale is", () =>
  expect(unitsFor({}, undefined)).toEqual({ hourCycle: "h23", distance: "km" }));

it("says distances to a tenth below ten, and whole from there", () => {
  expect(metresIn("mi", 1_287)).toBe(0.8);
  expect(metresIn("mi", 16_093.44)).toBe(10);
  expect(metresIn("km", 9_949)).toBe(9.9);
  expect(metresIn("km", 12_600)).toBe(13);
  // What is offered in miles is said as such again.
  for (const miles of [1, 3, 5, 15, 30, 60]) {
    expect(metresIn("mi", kilometresOf("mi", miles) * 1_000)).toBe(miles);
  }
});

import { describe, expect, it } from "vitest";

import { failingConnectors } from "@/lib/insight/suggestions/compare-connectors";
import {
  countTaken,
  quietHours,
  soldOutHours,
  weeksAround,
  type TakenSlot,
} from "@/lib/insight/suggestions/judge-weeks";

import { makeClocks } from "@/lib/insight/suggestions/read-clocks";

import { hours } from "../../../support/test-clock";

/** A Monday, 08:00 in New York. */
const now = new Date("2026-06-01T12:00:00Z");
const zone = "America/New_York";
const clocks = makeClocks();

/** A slot of a local hour so many days from now; June has no change of the clocks. */
const slot = (days: number, hour: number, taken = 0, capacity = 2, length = 1): TakenSlot => {
  const startsAt = new Date(now.getTime() + hours(24 * days + hour - 8));
  return { startsAt, endsAt: new Date(startsAt.getTime() + hours(length)), capacity, taken };
};
const weeksBefore = [4, 3, 2, 1];
const each = (hour: number, taken: readonly number[], capacity = 2) =>
  weeksBefore.map((weeks, at) => slot(-7 * weeks, hour, taken[at] ?? 0, capacity));
const inOrder = (slots: readonly TakenSlot[]) =>
  slots.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

it("compares four weeks up to now with the one that comes", () => {
  const { past, ahead } = weeksAround(now);
  expect([past.from, past.to]).toEqual([new Date("2026-05-04T12:00:00Z"), now]);
  expect([ahead.from, ahead.to]).toEqual([now, new Date("2026-06-08T12:00:00Z")]);
});

it("counts the bookings that lie in a slot, long ones and those that begin amid one", () => {
  const slots = [slot(-1, 9), slot(-1, 10), slot(-1, 12)];
  const range = (from: number, to: number) => ({
    startsAt: slot(-1, from).startsAt,
    endsAt: slot(-1, to).startsAt,
  });
  const bookings = [range(10.5, 11), range(8, 13), range(9, 10), range(11, 12)];
  expect(countTaken(slots, bookings).map(({ taken }) => taken)).toEqual([2, 2, 1]);
  expect(countTaken(slots, []).map(({ taken }) => taken)).toEqual([0, 0, 0]);
});

describe("hours sold out", () => {
  it("are those without a place in 3 of 4 weeks", () => {
    const told = (taken: readonly number[]) => soldOutHours(inOrder(each(17, taken)), zone, clocks);
    expect(told([2, 2, 1, 1])).toEqual([]);
    expect(told([2, 3, 1, 2])).toEqual([
      { weekday: "mon", from: "17:00", to: "18:00", weeks: 3, offeredWeeks: 4 },
    ]);
    expect(told([2, 2, 2, 2])).toMatchObject([{ weeks: 4 }]);
  });

  it("are told together where they follow one another, the most often first", () => {
    const past = inOrder([
      ...each(9, [2, 2, 2, 0]),
      ...each(17, [2, 2, 2, 2]),
      ...each(18, [0, 2, 2, 2]),
      ...each(20, [2, 2, 2, 2]),
      ...each(23, [2, 2, 2, 2]),
    ]);
    expect(
      soldOutHours(past, zone, clocks).map(({ from, to, weeks }) => [from, to, weeks]),
    ).toEqual([
      ["20:00", "21:00", 4],
      ["23:00", "24:00", 4],
      ["09:00", "10:00", 3],
      ["17:00", "19:00", 3],
    ]);
  });

  it("are hours of the station's clock, whatever it did in between", () => {
    // The clocks went forward on 8 March: 17:00 was 22:00 UTC before, and 21:00 after.
    const at = (instant: string): TakenSlot => ({
      startsAt: new Date(instant),
      endsAt: new Date(Date.parse(instant) + hours(1)),
      capacity: 1,
      taken: 1,
    });
    const past = ["2026-02-23T22:00Z", "2026-03-02T22:00Z", "2026-03-09T21:00Z"].map(at);
    expect(soldOutHours(past, zone, clocks)).toEqual([
      { weekday: "mon", from: "17:00", to: "18:00", weeks: 3, offeredWeeks: 3 },
    ]);
  });
});

describe("quiet hours", () => {
  const past = inOrder([
    ...each(9, [2, 2, 1, 1]),
    ...each(10, [1, 1, 1, 1]),
    ...each(11, [0, 0, 0, 1]),
    ...each(12, [0, 0, 0, 0]),
    ...each(13, [1, 0, 0, 0]),
  ]);
  const ahead = [9, 10, 11, 12, 13].map((hour) => slot(7, hour));
  const told = (coming: readonly TakenSlot[], most = 3) =>
    quietHours(past, coming, zone, clocks, most).map(({ startsAt, ...numbers }) => ({
      hour: (startsAt.getTime() - slot(7, 0).startsAt.getTime()) / hours(1),
      ...numbers,
    }));

  it("are the emptiest two hours by the weeks before, none overlapping another", () => {
    expect(told(ahead)).toMatchObject([
      { hour: 11, booked: 0, places: 2, usualShare: 0.0625, weeks: 4 },
      { hour: 9, booked: 0, places: 2, usualShare: 0.625, weeks: 4 },
    ]);
    expect(told(ahead, 1)).toHaveLength(1);
  });

  it("set what is booked already before what is usual", () => {
    const booked = ahead.with(2, { ...slot(7, 11), taken: 1 });
    expect(told(booked)[0]).toMatchObject({ hour: 12, booked: 0, usualShare: 0.0625 });
    const all = ahead.map((one, at) => ({ ...one, taken: at === 4 ? 2 : 1 }));
    expect(told(all)[0]).toMatchObject({ hour: 11, booked: 1 });
  });

  it("are none where nobody came at all, or hours are new", () => {
    const empty = past.map((one) => ({ ...one, taken: 0 }));
    expect(quietHours(empty, ahead, zone, clocks, 3)).toEqual([]);
    expect(quietHours(past.slice(-10), ahead, zone, clocks, 3)).toEqual([]);
    expect(quietHours(past, [], zone, clocks, 3)).toEqual([]);
  });

  it("are whole slots where those are longer or shorter", () => {
    const long = inOrder(weeksBefore.map((weeks) => slot(-7 * weeks, 8, 1, 2, 4)));
    const [window] = quietHours(long, [slot(7, 8, 0, 2, 4)], zone, clocks, 1);
    expect(window && window.endsAt.getTime() - window.startsAt.getTime()).toBe(hours(4));
  });
});

describe("failing connectors", () => {
  const one = (number: number, ended: number, failed: number) => ({
    id: `connector-${number}`,
    number,
    ended,
    failed,
  });

  it("are those that fail twice as often as their station, with its numbers", () => {
    expect(failingConnectors([one(1, 20, 1), one(2, 20, 6), one(3, 20, 2)])).toEqual([
      { ...one(2, 20, 6), stationEnded: 60, stationFailed: 9 },
    ]);
    // Exactly twice.
    expect(failingConnectors([one(1, 10, 0), one(2, 10, 4)])).toHaveLength(1);
    expect(failingConnectors([one(1, 10, 1), one(2, 10, 4)])).toEqual([]);
  });

  it("are none by a single failure, nor alone at their station", () => {
    expect(failingConnectors([one(1, 30, 0), one(2, 1, 1)])).toEqual([]);
    expect(failingConnectors([one(1, 4, 4)])).toEqual([]);
    expect(failingConnectors([])).toEqual([]);
  });

  it("come the one that fails most often first", () => {
    const told = failingConnectors([one(1, 40, 0), one(2, 10, 4), one(3, 10, 6), one(4, 40, 0)]);
    expect(told.map(({ number }) => number)).toEqual([3, 2]);
  });
});

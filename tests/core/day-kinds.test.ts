import { describe, expect, it } from "vitest";

import type { DaySlot } from "@/components/day-timeline/day-ground";
import { dayKinds } from "@/components/day-timeline/day-kinds";
import { type DayBooking, dayLanes } from "@/components/day-timeline/day-lanes";

const ccs = { standards: ["IEC_62196_T2_COMBO"], maxPowerKw: 150 };
const chademo = { standards: ["CHADEMO"], maxPowerKw: 50 };
const hour = (n: number) => new Date(Date.UTC(2026, 0, 5, n)).toISOString();

function booking(
  id: string,
  [from, to]: readonly [number, number],
  more: Partial<Pick<DayBooking, "place" | "connector">> = {},
): DayBooking {
  const bare = { place: ccs, connector: null, ...more };
  return { id, startsAt: hour(from), endsAt: hour(to), ...bare } as DayBooking;
}

const slot = (from: number, counts: readonly number[]): DaySlot => ({
  startsAt: hour(from),
  endsAt: hour(from + 1),
  capacity: counts.reduce((sum, one) => sum + one, 0),
  remaining: 0,
  groups: [ccs, chademo]
    .slice(0, counts.length)
    .map((kind, index) => ({ ...kind, capacity: counts[index] ?? 0, remaining: 0 })),
});

const places = [
  { number: 3, ...ccs },
  { number: 1, ...ccs },
  { number: 2, ...chademo },
];

const ids = (lanes: readonly (readonly DayBooking[])[]) =>
  lanes.map((lane) => lane.map(({ id }) => id));

describe("lanes of a day", () => {
  it("show each booking apart, and a session in the lane of its connector before all others", () => {
    const first = booking("first", [8, 10]);
    const charging = booking("charging", [9, 10], { connector: 1 });
    const later = booking("later", [10, 11]);
    expect(ids(dayLanes([first, later, charging], 2, [1, 3]))).toEqual([
      ["charging", "later"],
      ["first"],
    ]);
    expect(ids(dayLanes([first, charging], 1))).toEqual([["first"], ["charging"]]);
  });

  it("has room for two that were on one connector after another at the same booked time", () => {
    const cars = [
      booking("one", [9, 11], { connector: 1 }),
      booking("two", [10, 11], { connector: 1 }),
    ];
    expect(ids(dayLanes(cars, 2, [1, 3]))).toEqual([["one"], ["two"]]);
  });
});

describe("a day by kinds of places", () => {
  it("is told by kinds where there are several, with whoever has no place last", () => {
    const kinds = dayKinds(
      [slot(8, [2, 1]), slot(9, [1, 1])],
      [
        booking("ccs", [8, 9], { connector: 3 }),
        booking("chademo", [8, 9], { place: chademo }),
        booking("lost", [8, 9], { place: null }),
      ],
      places,
    );
    expect(kinds.map(({ kind, lanes }) => [kind?.standards[0], ids(lanes)])).toEqual([
      ["IEC_62196_T2_COMBO", [[], ["ccs"]]],
      ["CHADEMO", [["chademo"]]],
      [undefined, [["lost"]]],
    ]);
    expect(kinds[0]?.slots.map(({ capacity }) => capacity)).toEqual([2, 1]);
  });

  it("is not where all are alike, and keeps what a place was when a booking had it", () => {
    expect(dayKinds([slot(8, [2])], [booking("one", [8, 9])], places)).toEqual([]);
    const old = { standards: ["IEC_62196_T2"], maxPowerKw: 22 };
    const kinds = dayKinds([slot(8, [2, 1])], [booking("old", [8, 9], { place: old })], places);
    expect(kinds.map(({ kind }) => kind?.maxPowerKw)).toEqual([150, 50, 22]);
    expect(ids(kinds[2]?.lanes ?? [])).toEqual([["old"]]);
  });
});

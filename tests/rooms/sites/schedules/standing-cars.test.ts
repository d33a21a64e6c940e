import * as fc from "fast-check";
import { expect, it } from "vitest";

import { occupy } from "@/lib/sites/schedules/occupy-places";
import { canPark, type Stay } from "@/lib/sites/schedules/park-cars";

/** Places that are alike, open in some of five slots, and cars, of which some stand at one of them already. */
const slotCount = 5;
const lot = fc.record({
  open: fc.array(fc.array(fc.boolean(), { minLength: slotCount, maxLength: slotCount }), {
    minLength: 1,
    maxLength: 3,
  }),
  cars: fc.array(
    fc.record({
      from: fc.nat({ max: slotCount - 1 }),
      length: fc.integer({ min: 1, max: 3 }),
      place: fc.option(fc.nat({ max: 2 }), { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

type Open = readonly (readonly boolean[])[];

/** Whether all have a place each for all their slots, tried in all ways. */
function parks(open: Open, [car, ...others]: readonly Stay[]): boolean {
  if (!car) return true;
  const own = (slot: number) => slot >= car.from && slot < car.to;
  return open.some((place, at) => {
    if ((car.place ?? at) !== at || !place.every((isOpen, slot) => isOpen || !own(slot)))
      return false;
    const left = open.with(
      at,
      place.map((isOpen, slot) => isOpen && !own(slot)),
    );
    return parks(left, others);
  });
}

it("one more is promised a place beside cars that stand already, also where they came before their time, only if all have one", () => {
  let asked = 0;
  fc.assert(
    fc.property(lot, ({ open, cars }) => {
      const stays = cars.map(({ from, length, place }) => ({
        from,
        to: Math.min(from + length, slotCount),
        place: place === undefined || place >= open.length ? undefined : place,
      }));
      const [wanted, ...others] = stays;
      if (!wanted) return;
      fc.pre(wanted.place === undefined && parks(open, others));
      const row = occupy(open, others);
      fc.pre(row.freeFor(wanted) >= 1);
      const deciding = row.deciding(wanted);
      // Where the same places are open throughout, a car that came early is asked when somebody comes for its place.
      fc.pre(deciding !== null);
      asked += 1;
      expect(canPark(open, [...(deciding ?? []), wanted])).toBe(parks(open, stays));
    }),
    { numRuns: 5_000 },
  );
  expect(asked).toBeGreaterThan(500);
});

it("a car that came early keeps the place at which it stands from who stays into its time", () => {
  // The second place alone is open now, both from the next slot on, and the car of then stands at the second.
  const open = [
    [false, true],
    [true, true],
  ];
  const early = { from: 1, to: 2, place: 1 };
  const row = occupy(open, [early]);
  const wanted = { from: 0, to: 2 };
  expect(row.freeFor(wanted)).toBe(1);
  expect(canPark(open, [...(row.deciding(wanted) ?? []), wanted])).toBe(false);
  // Who goes before, or comes then, has a place.
  for (const [from, to] of [
    [0, 1],
    [1, 2],
  ] as const) {
    expect(canPark(open, [...(row.deciding({ from, to }) ?? []), { from, to }])).toBe(true);
  }
});

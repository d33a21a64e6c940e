import * as fc from "fast-check";
import { expect, it } from "vitest";

import { type Box, cellAt, mergeCells, zoomWithin } from "@/lib/sites/stations/merge-cells";

const cell = fc.record({
  x: fc.integer({ min: -2_000, max: 2_000 }),
  y: fc.integer({ min: -1_000, max: 1_000 }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  count: fc.integer({ min: 1, max: 10_000 }),
  bookable: fc.boolean(),
});

it("loses none of those that stand in cells, however few cells may be left", () => {
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 300 }),
      fc.integer({ min: 4, max: 100 }),
      (cells, most) => {
        const merged = mergeCells(cells, most);
        const total = (all: readonly { count: number }[]) =>
          all.reduce((sum, { count }) => sum + count, 0);
        expect(merged.length).toBeLessThanOrEqual(Math.max(most, 4));
        expect(total(merged)).toBe(total(cells));
        expect(merged.some(({ bookable }) => bookable)).toBe(
          cells.some(({ bookable }) => bookable),
        );
        if (cells.length <= most) expect(merged).toEqual(cells);
      },
    ),
  );
});

it("puts four where they are in the mean, weighed by how many they are", () => {
  const at = (x: number, y: number, lat: number, lng: number, count: number) => ({
    x,
    y,
    lat,
    lng,
    count,
    bookable: false,
  });
  const cells = [
    at(0, 0, 10, 20, 1),
    at(1, 1, 20, 40, 3),
    at(-1, -1, 0, 0, 1),
    at(9, 9, 5, 5, 1),
    at(-3, 4, 1, 1, 1),
  ];
  expect(mergeCells(cells, 4)).toContainEqual(at(0, 0, 17.5, 35, 4));
});

it("finds the finest zoom that has not too many cells in a box, over the date line too", () => {
  const world: Box = [-180, -90, 180, 90];
  expect(cellAt(0)).toBe(45);
  expect(zoomWithin(world, 22, 10_000)).toBe(4);
  expect(zoomWithin([-74, 40.5, -73.5, 41], 11, 10_000)).toBe(11);
  expect(zoomWithin([170, -10, -170, 10], 22, 10_000)).toBe(
    zoomWithin([-10, -10, 10, 10], 22, 10_000),
  );
  expect(zoomWithin(world, 22, 1)).toBe(0);
});

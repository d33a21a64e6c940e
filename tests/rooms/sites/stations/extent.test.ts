import { expect, it } from "vitest";

import { type Edges, extentOf } from "@/lib/sites/stations/store/extent";

/** Edges of these longitudes, as the store counts them. */
const edgesOf = (...longitudes: readonly number[]): Edges => {
  const eastward = longitudes.map((at) => (at < 0 ? at + 360 : at));
  return {
    count: longitudes.length,
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: 40,
    north: 43,
    firstEastward: Math.min(...eastward),
    lastEastward: Math.max(...eastward),
  };
};

it("of what lies west of Greenwich alone lies there, whichever way adding 360 rounds", () => {
  // Of New York's stations with direct current the way eastward is narrower by 3e-14 degrees.
  expect(extentOf(edgesOf(-78.603171, -73.572969))).toEqual([-78.603171, 40, -73.572969, 43]);
  for (let at = 0; at < 2_000; at += 1) {
    const [west, east] = [-79 + at * 1.0003e-3, -73 + at * 1.0007e-3];
    expect(extentOf(edgesOf(west, east))).toEqual([west, 40, east, 43]);
  }
});

it("is the narrower way around the date line", () => {
  expect(extentOf(edgesOf(178.4, -179))).toEqual([178.4, 40, -179, 43]);
  expect(extentOf(edgesOf(-0.2, 51))).toEqual([-0.2, 40, 51, 43]);
});

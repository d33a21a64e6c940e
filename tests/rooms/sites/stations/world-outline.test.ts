import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { aroundTheWorld, type Outline } from "@/components/map/outline-shapes";

const read = (name: string): Outline =>
  JSON.parse(readFileSync(`public/map/${name}.json`, "utf8")) as Outline;

/** Leaps of an outline from one point to the next that are wider than any land; the map's lower edge is none. */
function bars({ land, borders }: Outline): unknown[] {
  const lines = [...land.coordinates.flat(), ...borders.coordinates];
  return lines.flatMap((line) =>
    line.flatMap(([lng = 0, lat = 0], index) => {
      const [before = lng] = line[index - 1] ?? [];
      return Math.abs(lng - before) > 90 && lat > -90 ? [[before, lng, lat]] : [];
    }),
  );
}

it.each(["world", "detail"])("F21: no bar crosses the map of %s", (name) => {
  // The sources cut land at the date line, so the check itself sees bars.
  expect(bars(read(name)).length).toBeGreaterThan(5);
  expect(bars(aroundTheWorld(read(name), 270))).toEqual([]);
});

it("F21: land across the date line is whole at both edges of the world, its holes within it", () => {
  const square = (west: number, east: number, size: number) => [
    [west, size],
    [east, size],
    [east, -size],
    [west, -size],
    [west, size],
  ];
  const outline: Outline = {
    land: { type: "MultiPolygon", coordinates: [[square(165, -170, 5), square(-178, -176, 1)]] },
    borders: {
      type: "MultiLineString",
      coordinates: [
        [
          [178, 0],
          [-179, 1],
        ],
      ],
    },
    labels: [["Here", 0, 179]],
  };
  const { land, borders, labels } = aroundTheWorld(outline, 200);
  expect(land.coordinates).toEqual([
    [square(165, 190, 5), square(182, 184, 1)],
    [square(-195, -170, 5), square(-178, -176, 1)],
  ]);
  expect(borders.coordinates).toEqual([
    [
      [178, 0],
      [181, 1],
    ],
    [
      [-182, 0],
      [-179, 1],
    ],
  ]);
  expect(labels).toEqual([
    ["Here", 0, 179],
    ["Here", 0, -181],
  ]);
});

it("F21: every name stands at its country", () => {
  const at = new Map(read("world").labels.map(([name, lat, lng]) => [name, [lat, lng]]));
  // One of each part of the world, and those across the date line.
  const boxes = {
    Russia: [50, 70, 60, 130],
    Fiji: [-19, -16, 176, 180],
    "New Zealand": [-46, -36, 168, 178],
    "United States of America": [32, 48, -120, -80],
    Canada: [50, 70, -130, -70],
    Japan: [32, 44, 132, 144],
    Kenya: [-4, 4, 34, 41],
  } as const;
  for (const [name, [south, north, west, east]] of Object.entries(boxes)) {
    const [lat = NaN, lng = NaN] = at.get(name) ?? [];
    expect(lat >= south && lat <= north && lng >= west && lng <= east, name).toBe(true);
  }
  for (const [, lng = 0] of at.values()) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
});

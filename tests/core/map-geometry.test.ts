import { expect, it } from "vitest";

import { boundsText, nearestCopy, unrolled } from "@/components/map/geometry";
import { PlaceIndex } from "@/components/map/map-places";

it("F21: asks for a view across the date line by west > east, and for the whole world at most once", () => {
  expect(boundsText([170, -20, 190, 10])).toBe("170.0000,-20.0000,-170.0000,10.0000");
  expect(boundsText([-190, -20, -170, 10])).toBe("170.0000,-20.0000,-170.0000,10.0000");
  expect(boundsText([170, -20, -170, 10])).toBe("170.0000,-20.0000,-170.0000,10.0000");
  expect(boundsText([-75, 40, -70, 45])).toBe("-75.0000,40.0000,-70.0000,45.0000");
  expect(boundsText([-270, -95, 270, 95])).toBe("-180.0000,-90.0000,180.0000,90.0000");
});

it("F21: draws what lies across the date line beside the rest, on the copy of the world that is shown", () => {
  expect(unrolled([170, -20, -170, 10])).toEqual([170, -20, 190, 10]);
  expect([nearestCopy(-179, 180), nearestCopy(179, -180), nearestCopy(-74, -73)]).toEqual([
    181, -181, -74,
  ]);
  const place = (lng: number, id: string) => ({
    lat: -17,
    lng,
    count: 1,
    bookable: true,
    station: { id, name: id, type: "AC" as const, timeZone: "UTC", free: null },
  });
  const index = new PlaceIndex([place(178, "Suva"), place(-179, "Taveuni"), place(0, "Accra")]);
  const shown = (west: number, east: number) =>
    index
      .spots([west, -40, east, 10], 8)
      .map((spot) => (spot.kind === "station" ? [spot.key, spot.place.lng] : []))
      .toSorted();
  expect(shown(170, 190)).toEqual([
    ["Suva", 178],
    ["Taveuni", 181],
  ]);
  expect(shown(-190, -170)).toEqual([
    ["Suva", -182],
    ["Taveuni", -179],
  ]);
});

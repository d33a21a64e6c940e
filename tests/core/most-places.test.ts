import { expect, it } from "vitest";

import { mostTogether } from "@/components/map/most-places";

const albany = { lat: 42.6, lng: -73.7, count: 3 };
const newYork = { lat: 40.7, lng: -74, count: 4 };
const berlin = { lat: 52.5, lng: 13.4, count: 6 };
const colombo = { lat: 6.9, lng: 79.9, count: 1 };

it("begins where the most stand together, not in the sea between them", () => {
  const world = [albany, newYork, berlin, colombo];
  expect(mostTogether(world, [-74, 6.9, 79.9, 52.5])).toEqual([-74, 40.7, -73.7, 42.6]);
  // Eleven in one town are more than seven in two.
  const many = [albany, newYork, { ...berlin, count: 11 }];
  expect(mostTogether(many, [-74, 40.7, 13.4, 52.5])).toEqual([13.4, 52.5, 13.4, 52.5]);
});

it("leaves alone what can be taken in at one look, and where there is nothing", () => {
  expect(mostTogether([albany, newYork], [-74, 40.7, -73.7, 42.6])).toBeNull();
  expect(mostTogether([], null)).toBeNull();
});

it("takes what lies across the date line for wide", () =>
  expect(mostTogether([albany, berlin], [170, 40, -170, 53])).toEqual([13.4, 52.5, 13.4, 52.5]));

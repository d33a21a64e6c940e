import { expect, it } from "vitest";

import {
  countFilters,
  emptyQuery,
  nearIn,
  offeredRadii,
  radiiIn,
} from "@/components/finder/finder-query";

it("offers no two distances that say the same", () => {
  // 25 km are 16 miles beside the 15 on offer.
  const inMiles = offeredRadii("mi", 25);
  expect(inMiles).toContain(25);
  expect(inMiles).toHaveLength(radiiIn("mi").length);
  expect(offeredRadii("km", 7)).toEqual([2, 5, 7, 10, 25, 50, 100]);
  for (const unit of ["km", "mi"] as const) expect(radiiIn(unit)).toContain(nearIn(unit));
});

it("does not count the distance as a filter, which stands with the place", () => {
  const near = { near: { lat: 40, lng: -74 }, radiusKm: 25 };
  expect(countFilters({ ...emptyQuery, ...near })).toBe(0);
  expect(countFilters({ ...emptyQuery, ...near, openNow: true })).toBe(1);
});

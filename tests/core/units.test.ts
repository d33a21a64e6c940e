import { expect, it } from "vitest";

import { per100In, per100KmOf } from "@/lib/core/units";

it.each([30, 27.5, 33.33, 18])("%d kWh per 100 miles come back as they were typed", (typed) => {
  expect(per100In("mi", per100KmOf("mi", typed))).toBe(typed);
});

it("says miles and kilometres of the same car", () => {
  expect(per100KmOf("mi", 30)).toBe(18.641);
  expect([per100KmOf("km", 18.5), per100In("km", 18.5)]).toEqual([18.5, 18.5]);
});

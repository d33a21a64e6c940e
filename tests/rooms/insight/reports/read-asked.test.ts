import { expect, it } from "vitest";

import { readAsked } from "@/app/_console/reports/read-asked";

const places = {
  businessId: "018f0000-0000-7000-8000-000000000001",
  stationId: "018f0000-0000-7000-8000-000000000002",
};

it("keeps the days of an address that asks for stations, and gives them to the files", () => {
  const days = { from: "2026-01-01", to: "2026-12-31" };
  expect(readAsked({ ...days, groupBy: "station" })).toMatchObject({
    query: { ...days, groupBy: "week" },
    rows: "station",
    isWrong: false,
  });
});

it("groups long times by weeks and months, unless the address says how", () => {
  const grouped = (from: string, groupBy?: string) => {
    const { query, rows } = readAsked({ from, to: "2026-12-31", groupBy });
    return [query.groupBy, rows];
  };
  expect(grouped("2026-12-01")).toEqual(["day", "day"]);
  expect(grouped("2026-01-01")).toEqual(["week", "week"]);
  expect(grouped("2024-01-01")).toEqual(["month", "month"]);
  expect(grouped("2026-01-01", "day")).toEqual(["day", "day"]);
});

it("says that days are no range, and stays with the business and station", () => {
  const asked = readAsked({ ...places, from: "2026-02-02", to: "2026-02-01" });
  expect(asked).toMatchObject({ isWrong: true, query: { ...places, groupBy: "day" } });
  expect(asked.query.from).toBeUndefined();
  expect(readAsked({ ...places, from: "2026-02-02" }).query).toMatchObject({
    ...places,
    from: "2026-02-02",
    to: "2026-02-02",
  });
});

import { describe, expect, test } from "vitest";

import { offers, staleDisplays } from "../support/architecture/offer-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("what may be done with a thing, pages ask `can` and no status", () =>
  expect(offers(readProject())).toEqual([]));

test("every page that may show by a status is there, and does", () =>
  expect(staleDisplays(readProject())).toEqual([]));

const said = (code: string, path = "components/bookings/booking-buttons.tsx") =>
  offers(projectOf({ [path]: code }));

describe("the check sees what is planted", () => {
  test.for([
    'const a = booking.status === "Pending";',
    'const a = "Pending" != status;',
    'const a = me?.status !== "Active" && can;',
    "const a = version.status === contentStatus.enum.Draft;",
    'switch (station.status) { case "Active": }',
    'const a = ["Active", "Maintenance"].includes(station.status);',
    "const a = [...openStatuses].includes(booking.status);",
    "const a = openStatuses.includes(booking.status);",
    "const a = waiting.has(status);",
    "const a = openStatuses?.indexOf(me?.status) !== -1;",
  ])("%s", (code) => expect(said(code)).toHaveLength(1));

  test.for([
    'const a = booking.can.includes("approve");',
    'const a = status === "loading";',
    "const a = request.status === 200;",
    "const a = tones[booking.status];",
    'const query = { status: "Pending" };',
  ])("%s is fine", (code) => expect(said(code)).toEqual([]));

  test("a page that no longer asks a status is not listed for it", () => {
    const path = "app/owner/page.tsx";
    const listed = (code: string) => staleDisplays(projectOf({ [path]: code })).includes(path);
    expect(listed("const tone = tones[me.status];")).toBe(true);
    expect(listed('const isRead = me.status === "Deactivated";')).toBe(false);
  });

  test("a route is no page", () =>
    expect(said('const a = x.status === "Active";', "app/api/v1/x/route.ts")).toEqual([]));
});

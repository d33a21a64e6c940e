import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const { id: rivalId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
const station = await makeStation(api.db, businessId, { name: "Pier" });
const foreign = await makeStation(api.db, rivalId, { name: "Pier of others" });

const get = (path: string) => api.call("GET", `/api/v1/${path}`, { as: office });

it("200: every report in its envelope", async () => {
  for (const report of ["revenue", "utilization", "no-shows"]) {
    const path = `reports/${report}?from=2026-05-01&to=2026-05-31&groupBy=week&stationId=${station.id}`;
    expect(await get(path)).toMatchObject({
      status: 200,
      body: { success: true, data: { from: "2026-05-01", to: "2026-05-31", groupBy: "week" } },
    });
  }
  const starts = await get("reports/starts");
  expect(starts.body.data.weekdays).toHaveLength(7);
  expect((await get("dashboard")).body.data).toMatchObject({ role: "Backoffice", stations: 1 });
  expect((await get("search?q=pier")).body.data.matches).toMatchObject([{ id: station.id }]);
});

it("404: another business's station", async () => {
  for (const report of ["revenue", "utilization", "no-shows", "starts"]) {
    expect(await get(`reports/${report}?stationId=${foreign.id}`)).toMatchObject({
      status: 404,
      body: { code: "station.not_found" },
    });
  }
});

it("422: names what is wrong with the question", async () => {
  for (const [path, field] of [
    ["reports/revenue?groupBy=hour", "groupBy"],
    ["reports/revenue?from=2026-05-01", "to"],
    ["reports/utilization?from=2026-05-02&to=2026-05-01", "to"],
    ["reports/no-shows?from=2020-01-01&to=2026-05-01", "to"],
    ["reports/starts?from=yesterday&to=2026-05-01", "from"],
    ["search?q=x", "q"],
    ["search", "q"],
  ] as const) {
    const { status, body } = await get(path);
    expect([path, status, body.errors?.[0]?.field]).toEqual([path, 422, field]);
  }
});

it("401 without a login", async () => {
  for (const path of ["dashboard", "reports/revenue", "search?q=pier"]) {
    expect((await api.call("GET", `/api/v1/${path}`)).status).toBe(401);
  }
});

import { beforeEach, expect, it } from "vitest";

import { reportSubscriptions } from "@/db/schema/reports";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const { id: stationId } = await makeStation(api.db, businessId);
const as = await makeUser(api.db, "Backoffice", { businessId });
const path = "/api/v1/reports/subscriptions";

beforeEach(() => api.db.delete(reportSubscriptions));

it("a report by mail is asked for, listed and ended", async () => {
  const asked = await api.call("POST", path, { as, body: { report: "revenue" } });
  expect(asked.status).toBe(201);
  expect(asked.body.data).toMatchObject({
    report: "revenue",
    groupBy: "day",
    stationId: null,
    stationName: null,
    format: "xlsx",
    timeZone: "America/New_York",
  });
  const { id } = asked.body.data as { id: string };
  expect((await api.call("GET", path, { as })).body.data).toEqual([asked.body.data]);
  expect((await api.call("DELETE", `${path}/${id}`, { as })).status).toBe(204);
  expect((await api.call("GET", path, { as })).body.data).toEqual([]);
  expect((await api.call("DELETE", `${path}/${id}`, { as })).status).toBe(404);
});

it("of the stations with the most sessions one station is no part", async () => {
  const body = { report: "stations", stationId };
  const { body: answer } = await api.call("POST", path, { as, body });
  expect(answer.data).toMatchObject({ report: "stations", stationId: null });
});

it.each([
  [{}, 422],
  [{ report: "cash" }, 422],
  [{ report: "revenue", format: "docx" }, 422],
  [{ report: "revenue", from: "2026-06-01" }, 422],
  [{ report: "revenue", stationId: "0199a000-0000-7000-8000-000000000009" }, 404],
])("%j is refused with %i", async (body, status) => {
  expect((await api.call("POST", path, { as, body })).status).toBe(status);
});

it("the same one again is refused, and said to be there", async () => {
  const body = { report: "energy", groupBy: "station" };
  await api.call("POST", path, { as, body });
  const again = await api.call("POST", path, { as, body });
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code: "report_subscription.exists" });
});

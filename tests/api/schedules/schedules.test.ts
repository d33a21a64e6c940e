import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const { db } = api;
const business = await makeBusiness(db);
const other = await makeBusiness(db, "Mohawk Power");
const {
  id,
  connectorIds: [connectorId = ""],
} = await makeStation(db, business.id);
const office = await makeUser(db, "Backoffice", { businessId: business.id });
const foreign = await makeUser(db, "Backoffice", { businessId: other.id });
const operator = await makeUser(db, "Operator", { businessId: business.id, stationIds: [id] });
const owner = await makeUser(db, "EvOwner");
const path = `/api/v1/stations/${id}`;
const day = [{ start: "08:00", end: "22:00" }];
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
const hold = {
  startsAt: "2026-06-02T12:00:00Z",
  endsAt: "2026-06-02T14:00:00Z",
  connectors: 3,
  reason: "New cable",
};

describe("PUT stations/{id}/schedule", () => {
  it("200 sets the schedule, which its staff read and everybody sees as slots", async () => {
    const set = await api.call("PUT", `${path}/schedule`, { as: office, body: { weekly } });
    expect(set).toMatchObject({ status: 200, body: { data: { stationId: id, weekly } } });
    const read = await api.call("GET", `${path}/schedule`, { as: operator });
    expect(read.body).toEqual(set.body);
    const shown = await api.call("GET", `${path}/availability`);
    expect(shown.status).toBe(200);
    expect(shown.body.data).toHaveLength(98);
    expect(Object.keys(shown.body.data[0])).not.toContain("held");
    const station = await api.call("GET", path);
    expect(station.body.data).toMatchObject({ id, slots: shown.body.data });
  });

  it("200 answers by the core name with data alone", async () => {
    const set = await api.call("PUT", `/api/Station/${id}/schedule`, {
      as: office,
      body: { weekly },
    });
    expect(set).toMatchObject({ status: 200, body: { stationId: id, weekly } });
  });

  it("422 names every field", async () => {
    const body = { weekly: { mon: [{ start: "8", end: "25:00" }], someday: [] }, exceptions: [{}] };
    const refused = await api.call("PUT", `${path}/schedule`, { as: office, body });
    expect(refused).toMatchObject({ status: 422, body: { code: "request.invalid" } });
    const fields = refused.body.errors.map((error: { field: string }) => error.field);
    expect(fields).toEqual(
      expect.arrayContaining(["weekly.mon.0.start", "weekly.mon.0.end", "exceptions.0.date"]),
    );
    const overlap = { weekly: { mon: [...day, { start: "21:00", end: "23:00" }] } };
    expect(await api.call("PUT", `${path}/schedule`, { as: office, body: overlap })).toMatchObject({
      status: 422,
      body: { code: "schedule.windows_overlap", errors: [{ field: "weekly.mon.1" }] },
    });
  });

  it("409 where the schedule is not the one that ifUpdatedAt names", async () => {
    const read = await api.call("GET", `${path}/schedule`, { as: office });
    const { updatedAt } = read.body.data as { updatedAt: string };
    const put = (weekly: object, ifUpdatedAt: unknown) =>
      api.call("PUT", `${path}/schedule`, { as: office, body: { weekly, ifUpdatedAt } });
    const first = await put({ ...weekly, sun: [] }, updatedAt);
    expect(first.status).toBe(200);
    expect(await put({ ...weekly, sat: [] }, updatedAt)).toMatchObject({
      status: 409,
      body: { error: "Conflict", code: "schedule.changed" },
    });
    expect(await put({ ...weekly, sat: [] }, "yesterday")).toMatchObject({
      status: 422,
      body: { errors: [{ field: "ifUpdatedAt" }] },
    });
    expect((await put(weekly, first.body.data.updatedAt)).status).toBe(200);
  });

  it("401, 403 and 404 for nobody, a wrong role and another business", async () => {
    const put = async (as?: typeof office) =>
      (await api.call("PUT", `${path}/schedule`, { as, body: { weekly } })).status;
    expect([await put(), await put(owner), await put(operator), await put(foreign)]).toEqual([
      401, 403, 403, 404,
    ]);
  });
});

it("POST stations/{id}/schedule/preview shows what would come, without making it so", async () => {
  const body = { weekly: { mon: day } };
  const shown = await api.call("POST", `${path}/schedule/preview`, { as: office, body });
  expect(shown).toMatchObject({ status: 200, body: { data: { conflicts: [] } } });
  const read = await api.call("GET", `${path}/schedule`, { as: office });
  expect(read.body.data.weekly.tue).toEqual(day);
});

it("POST stations/{id}/holds/preview shows what a hold would take, without taking it", async () => {
  const { reason: _reason, ...body } = hold;
  const shown = await api.call("POST", `${path}/holds/preview`, { as: office, body });
  expect(shown).toMatchObject({ status: 200, body: { data: { changes: { changed: 2 } } } });
  const list = await api.call("GET", `${path}/holds`, { as: office });
  expect(list.body.data).toEqual([]);
});

it("holds are added, listed, changed and ended", async () => {
  const added = await api.call("POST", `${path}/holds`, { as: office, body: hold });
  expect(added.status).toBe(201);
  const one = `${path}/holds/${added.body.data.id}`;
  expect(added.headers.get("location")).toBe(one);
  const list = await api.call("GET", `${path}/holds`, { as: operator });
  expect(list.body).toMatchObject({ data: [{ reason: "New cable" }], pagination: { total: 1 } });
  const changed = await api.call("PUT", one, { as: office, body: { ...hold, connectors: 1 } });
  expect(changed).toMatchObject({ status: 200, body: { data: { connectors: 1 } } });
  expect((await api.call("DELETE", one, { as: foreign })).status).toBe(404);
  expect((await api.call("DELETE", one, { as: office })).status).toBe(204);
  expect(await api.call("GET", one, { as: office })).toMatchObject({
    status: 404,
    body: { code: "hold.not_found" },
  });
});

describe("holds that name connectors", () => {
  const { connectors: _count, ...times } = hold;

  it("201 and 200 with the names, shown as they were given", async () => {
    const connectorIds = [connectorId];
    const body = { ...times, connectorIds };
    const added = await api.call("POST", `${path}/holds`, { as: office, body });
    expect(added).toMatchObject({
      status: 201,
      body: { data: { connectors: null, connectorIds } },
    });
    const one = `${path}/holds/${added.body.data.id}`;
    const changed = await api.call("PUT", one, { as: office, body: hold });
    expect(changed.body.data).toMatchObject({ connectors: 3, connectorIds: null });
    expect((await api.call("DELETE", one, { as: office })).status).toBe(204);
  });

  it("422 names both fields where both or neither are given, 404 the connector that is none", async () => {
    const post = (body: object) => api.call("POST", `${path}/holds`, { as: office, body });
    for (const body of [times, { ...hold, connectorIds: [connectorId] }]) {
      const refused = await post(body);
      expect(refused).toMatchObject({ status: 422, body: { code: "hold.how_many_or_which" } });
      const fields = refused.body.errors.map((error: { field: string }) => error.field);
      expect(fields).toEqual(["connectors", "connectorIds"]);
    }
    expect(await post({ ...times, connectorIds: [] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "connectorIds" }] },
    });
    expect(await post({ ...times, connectorIds: [connectorId, business.id] })).toMatchObject({
      status: 404,
      body: { code: "connector.not_found", errors: [{ field: "connectorIds.1" }] },
    });
  });
});

it("GET stations/{id}/availability refuses dates that are none, and a span that is too long", async () => {
  const ask = (query: string) => api.call("GET", `${path}/availability?${query}`);
  expect((await ask("from=2026-02-30")).status).toBe(422);
  expect((await ask("from=2026-06-01&to=2026-12-01")).status).toBe(422);
  const day2 = await ask("from=2026-06-02&to=2026-06-02");
  expect(day2.body.data).toHaveLength(14);
});

import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const [hudson, mohawk] = [await makeBusiness(api.db), await makeBusiness(api.db)];
const office = await makeUser(api.db, "Backoffice", { businessId: hudson.id });
const rival = await makeUser(api.db, "Backoffice", { businessId: mohawk.id });
const admin = await makeUser(api.db, "SystemAdmin");
const [station, theirs] = [
  await makeStation(api.db, hudson.id),
  await makeStation(api.db, mohawk.id),
];

let serial = 0;
const form = (over: object = {}) => ({
  email: `operator${(serial += 1)}@example.test`,
  name: "Maya",
  phone: "+12125550111",
  stationIds: [station.id],
  ...over,
});
const make = (body: object, as = office, path = "/api/v1/operators") =>
  api.call("POST", path, { as, body });

describe("POST operators", () => {
  it("201: makes an operator, by both names, with a location", async () => {
    const made = await make(form());
    expect(made).toMatchObject({
      status: 201,
      body: { data: { businessId: hudson.id, stationIds: [station.id], role: "Operator" } },
    });
    expect(made.headers.get("location")).toBe(`/api/v1/operators/${made.body.data.id}`);
    expect(await make(form(), office, "/api/Operator")).toMatchObject({
      status: 201,
      body: { stationIds: [station.id] },
    });
  });

  it("201: with what the first contract sends, and no more", async () => {
    const body = { email: "maya@example.test", password: "first day 42 hudson", stationIds: [] };
    expect(await make(body, office, "/api/Operator")).toMatchObject({
      status: 201,
      body: { name: "maya", phone: null },
    });
  });

  it("201: for a SystemAdmin, in the business of the stations or the one named", async () => {
    expect(await make(form({ stationIds: [theirs.id] }), admin)).toMatchObject({
      status: 201,
      body: { data: { businessId: mohawk.id } },
    });
    expect(await make(form({ backofficeId: hudson.id }), admin)).toMatchObject({ status: 201 });
  });

  it("422: a station of another business, at its field", async () => {
    expect(await make(form({ stationIds: [theirs.id] }))).toMatchObject({
      status: 422,
      body: { code: "operator.stations_unknown", errors: [{ field: "stationIds" }] },
    });
  });

  it("409: an email that somebody has, at its field", async () => {
    expect(await make(form({ email: admin.email }))).toMatchObject({
      status: 409,
      body: { code: "user.email_taken", errors: [{ field: "email" }] },
    });
  });

  it("401 and 403", async () => {
    expect((await api.call("POST", "/api/v1/operators", { body: form() })).status).toBe(401);
    const owner = await makeUser(api.db, "EvOwner");
    expect((await make(form(), owner)).status).toBe(403);
  });

  it("201 once for one Idempotency-Key", async () => {
    const body = form();
    const headers = { "idempotency-key": "make-maya-1" };
    const send = () => api.call("POST", "/api/v1/operators", { as: office, body, headers });
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: { data: { id: first.body.data.id } } });
  });
});

describe("one operator", () => {
  it("200: is read, changed, deactivated and reactivated by the own office", async () => {
    const { id } = (await make(form())).body.data;
    const path = `/api/v1/operators/${id}`;
    expect((await api.call("GET", path, { as: office })).status).toBe(200);
    expect(
      await api.call("PUT", path, { as: office, body: { name: "Maya II", stationIds: [] } }),
    ).toMatchObject({ status: 200, body: { data: { name: "Maya II", stationIds: [] } } });
    expect(await api.call("PUT", `${path}/deactivate`, { as: office })).toMatchObject({
      status: 200,
      body: { data: { status: "Deactivated" } },
    });
    expect(await api.call("PUT", `${path}/deactivate`, { as: office })).toMatchObject({
      status: 409,
      body: { code: "user.status" },
    });
    expect(
      await api.call("PUT", `${path}/reactivate`, { as: office, body: { reason: "Back" } }),
    ).toMatchObject({ status: 200, body: { data: { status: "Active" } } });
    expect((await api.call("PUT", path, { as: office, body: {} })).status).toBe(422);
  });

  it("404: is hidden from another business", async () => {
    const { id } = (await make(form())).body.data;
    const path = `/api/v1/operators/${id}`;
    const answers = await Promise.all([
      api.call("GET", path, { as: rival }),
      api.call("PUT", path, { as: rival, body: { name: "Ours" } }),
      api.call("PUT", `${path}/deactivate`, { as: rival }),
      api.call("GET", "/api/v1/operators/not-an-id", { as: office }),
    ]);
    for (const answer of answers) expect(answer.status).toBe(404);
  });

  it("401 at once: a deactivated operator's token stops", async () => {
    const operator = await makeUser(api.db, "Operator", { businessId: hudson.id });
    expect((await api.call("GET", "/api/v1/auth/me", { as: operator })).status).toBe(200);
    const path = `/api/v1/operators/${operator.userId}/deactivate`;
    expect((await api.call("PUT", path, { as: office })).status).toBe(200);
    expect(await api.call("GET", "/api/v1/auth/me", { as: operator })).toMatchObject({
      status: 401,
      body: { code: "auth.token_revoked" },
    });
  });
});

describe("GET operators", () => {
  it("200: lists those of the own business", async () => {
    const own = await api.call("GET", "/api/v1/operators?limit=100", { as: office });
    const businesses = new Set(
      own.body.data.map(({ businessId }: { businessId: string }) => businessId),
    );
    expect(businesses).toEqual(new Set([hudson.id]));
    expect(own.body.pagination.total).toBe(own.body.data.length);
  });
});

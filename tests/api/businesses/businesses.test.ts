import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const admin = await makeUser(api.db, "SystemAdmin");
const unknown = "01890000-0000-7000-8000-000000000000";

let serial = 0;
const form = () => ({
  businessName: `Hudson ${(serial += 1)}`,
  contact: { name: "Olga", email: `olga${serial}@example.test`, phone: "+12125550100" },
  timeZone: "America/New_York",
});
const requested = async (): Promise<string> =>
  (await api.call("POST", "/api/v1/businesses", { body: form() })).body.data.id;

describe("POST businesses", () => {
  it("202: takes a request from nobody known, by both names", async () => {
    expect(await api.call("POST", "/api/v1/businesses", { body: form() })).toMatchObject({
      status: 202,
      body: { success: true, data: { id: expect.any(String), status: "PendingApproval" } },
    });
    expect(await api.call("POST", "/api/Backoffice/request", { body: form() })).toMatchObject({
      status: 202,
      body: { id: expect.any(String), status: "PendingApproval" },
    });
  });

  it("422: names nested fields by their path", async () => {
    const body = { ...form(), timeZone: "Mars", contact: { name: "x", email: "y", phone: "z" } };
    const answer = await api.call("POST", "/api/v1/businesses", { body });
    expect(answer.status).toBe(422);
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(["contact.email", "contact.phone", "timeZone"]);
  });
});

describe("PUT businesses/{id}/approve and reject", () => {
  it("200 once, then 409", async () => {
    const id = await requested();
    const approve = () => api.call("PUT", `/api/v1/businesses/${id}/approve`, { as: admin });
    expect(await approve()).toMatchObject({
      status: 200,
      body: { data: { id, status: "Active" } },
    });
    expect(await approve()).toMatchObject({
      status: 409,
      body: { error: "Conflict", code: "business.decided" },
    });
  });

  it("200: by the core name, with an email and a temporary password", async () => {
    const id = await requested();
    const body = { adminEmail: "boss@example.test", temporaryPassword: "Change-me-soon-1" };
    const approved = await api.call("PUT", `/api/Backoffice/${id}/approve`, { as: admin, body });
    expect(approved).toMatchObject({ status: 200, body: { id, status: "Active" } });
    const login = await api.call("POST", "/api/Auth/login", {
      body: { username: body.adminEmail, password: body.temporaryPassword },
    });
    expect(login).toMatchObject({
      status: 200,
      body: { role: "Backoffice", backofficeId: id, mustChangePassword: true },
    });
  });

  it("200: rejects with a reason; 422 without one", async () => {
    const id = await requested();
    const path = `/api/v1/businesses/${id}/reject`;
    expect(await api.call("PUT", path, { as: admin, body: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "reason" }] },
    });
    expect(await api.call("PUT", path, { as: admin, body: { reason: "No" } })).toMatchObject({
      status: 200,
      body: { data: { status: "Rejected", rejectionReason: "No" } },
    });
  });

  it("401, 403 and 404: for nobody, for other roles, for no such request", async () => {
    const id = await requested();
    const path = `/api/v1/businesses/${id}/approve`;
    const owner = await makeUser(api.db, "EvOwner");
    expect((await api.call("PUT", path)).status).toBe(401);
    expect(await api.call("PUT", path, { as: owner })).toMatchObject({
      status: 403,
      body: { error: "Forbidden" },
    });
    for (const missing of [unknown, "not-an-id"]) {
      expect(
        await api.call("PUT", `/api/v1/businesses/${missing}/approve`, { as: admin }),
      ).toMatchObject({ status: 404, body: { error: "NotFound" } });
    }
  });
});

describe("GET businesses", () => {
  it("200: pages, filters, and shows an office its own alone", async () => {
    const [mine, theirs] = [await requested(), await requested()];
    const list = await api.call("GET", "/api/v1/businesses?status=PendingApproval&limit=2", {
      as: admin,
    });
    expect(list).toMatchObject({
      status: 200,
      body: { pagination: { page: 1, limit: 2, hasPrev: false } },
    });
    expect(list.body.data).toHaveLength(2);
    const office = await makeUser(api.db, "Backoffice", { businessId: mine });
    const own = await api.call("GET", "/api/v1/businesses", { as: office });
    expect(own.body.data.map(({ id }: { id: string }) => id)).toEqual([mine]);
    expect((await api.call("GET", `/api/v1/businesses/${mine}`, { as: office })).status).toBe(200);
    expect(await api.call("GET", `/api/v1/businesses/${theirs}`, { as: office })).toMatchObject({
      status: 404,
      body: { code: "business.not_found" },
    });
  });

  it("422: refuses filters that mean nothing", async () => {
    for (const query of ["status=Maybe", "page=0", "limit=101", "sort=colour"]) {
      const answer = await api.call("GET", `/api/v1/businesses?${query}`, { as: admin });
      expect(answer.status, query).toBe(422);
    }
  });
});

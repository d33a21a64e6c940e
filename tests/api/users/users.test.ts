import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeUser } from "../../support/world";

const api = await testApi();
const admin = await makeUser(api.db, "SystemAdmin");
const unknown = "01890000-0000-7000-8000-000000000000";

describe("users", () => {
  it("200: are listed, deactivated, blocked and reactivated by a SystemAdmin", async () => {
    const owner = await makeUser(api.db, "EvOwner", { name: "Nadeesha" });
    const list = await api.call("GET", "/api/v1/users?search=nadeesha&role=EvOwner", { as: admin });
    expect(list).toMatchObject({ status: 200, body: { data: [{ id: owner.userId }] } });
    for (const [verb, status] of [
      ["deactivate", "Deactivated"],
      ["block", "Blocked"],
      ["reactivate", "Active"],
    ] as const) {
      const path = `/api/v1/users/${owner.userId}/${verb}`;
      const call = () => api.call("PUT", path, { as: admin, body: { reason: "Fraud" } });
      expect(await call()).toMatchObject({
        status: 200,
        body: { data: { status } },
      });
      expect((await call()).status).toBe(409);
    }
  });

  it("422: an owner is not deactivated without a reason", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const path = `/api/v1/users/${owner.userId}/deactivate`;
    expect(await api.call("PUT", path, { as: admin })).toMatchObject({
      status: 422,
      body: { code: "owner.reason_required", errors: [{ field: "reason" }] },
    });
  });

  it("204: a person is forgotten, with a reason and no other way", async () => {
    const owner = await makeUser(api.db, "EvOwner", { name: "Nadeesha Perera" });
    const path = `/api/v1/users/${owner.userId}/erase`;
    expect(await api.call("POST", path, { as: admin, body: {} })).toMatchObject({
      status: 422,
      body: { code: "owner.reason_required", errors: [{ field: "reason" }] },
    });
    const body = { reason: "Nadeesha Perera asked for it." };
    expect((await api.call("POST", path, { as: owner, body })).status).toBe(403);
    expect((await api.call("POST", path, { as: admin, body })).status).toBe(204);
    const list = await api.call("GET", "/api/v1/users?search=nadeesha", { as: admin });
    expect(list.body.data.filter(({ id }: { id: string }) => id === owner.userId)).toEqual([]);
    const own = `/api/v1/users/${admin.userId}/erase`;
    expect((await api.call("POST", own, { as: admin, body })).status).toBe(403);
  });

  it("400: the last administrator stays", async () => {
    const path = `/api/v1/users/${admin.userId}/deactivate`;
    expect(await api.call("PUT", path, { as: admin })).toMatchObject({
      status: 400,
      body: { code: "user.last_admin" },
    });
  });

  it("401, 403, 404 and 422", async () => {
    const { id: businessId } = await makeBusiness(api.db);
    const path = `/api/v1/users/${admin.userId}/block`;
    for (const role of ["Backoffice", "Operator", "EvOwner"] as const) {
      const as = await makeUser(api.db, role, role === "EvOwner" ? {} : { businessId });
      expect((await api.call("PUT", path, { as })).status).toBe(403);
      expect((await api.call("GET", "/api/v1/users", { as })).status).toBe(403);
    }
    expect((await api.call("GET", "/api/v1/users")).status).toBe(401);
    for (const id of [unknown, "nobody"]) {
      const answer = await api.call("PUT", `/api/v1/users/${id}/block`, { as: admin });
      expect(answer.status).toBe(404);
    }
    const list = await api.call("GET", "/api/v1/users?role=Wizard", { as: admin });
    expect(list.status).toBe(422);
  });
});

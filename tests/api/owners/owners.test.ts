import { beforeAll, describe, expect, it } from "vitest";

import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { bookedBefore } from "../../support/booked-before";
import { makeBusiness, makeUser } from "../../support/world";

const api = await testApi();
let serial = 0;
const form = (over: object = {}) => ({
  nic: String(200_212_360_000 + (serial += 1)),
  name: "Ravi",
  email: `ravi${serial}@example.test`,
  phone: `+9477${1_000_000 + serial}`,
  password: "Ravi-drives-27",
  ...over,
});

let office: UserActor;
let operator: UserActor;
beforeAll(async () => {
  const { id: businessId } = await makeBusiness(api.db);
  office = await makeUser(api.db, "Backoffice", { businessId });
  operator = await makeUser(api.db, "Operator", { businessId });
});

describe("POST owners", () => {
  it("201: registers, by both names, and folds the letter case of the NIC", async () => {
    const made = await api.call("POST", "/api/v1/owners", { body: form({ nic: "991234567v" }) });
    expect(made).toMatchObject({
      status: 201,
      body: { success: true, data: { nic: "991234567V", status: "Active" } },
    });
    expect(made.headers.get("location")).toBe("/api/v1/owners/991234567V");
    const core = await api.call("POST", "/api/EvOwner", { body: form() });
    expect(core).toMatchObject({ status: 201, body: { status: "Active" } });
    expect(core.body.ownerId).toBe(core.body.id);
  });

  it("409: names the field that is taken", async () => {
    const first = form();
    await api.call("POST", "/api/v1/owners", { body: first });
    for (const [field, code] of [
      ["nic", "owner.nic_taken"],
      ["email", "user.email_taken"],
      ["phone", "owner.phone_taken"],
    ] as const) {
      const body = form({ [field]: first[field] });
      expect(await api.call("POST", "/api/v1/owners", { body })).toMatchObject({
        status: 409,
        body: { error: "Conflict", code, errors: [{ field }] },
      });
    }
  });

  it("422: names every field at once, and a common password", async () => {
    const answer = await api.call("POST", "/api/v1/owners", {
      body: form({ nic: "12", email: "x", phone: "12", password: "short", role: "admin" }),
    });
    expect(answer.status).toBe(422);
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(["email", "nic", "password", "phone", "role"]);
    expect(
      await api.call("POST", "/api/v1/owners", { body: form({ password: "baseball1" }) }),
    ).toMatchObject({ status: 422, body: { code: "password.common" } });
  });
});

describe("one owner", () => {
  it("200: reads and changes the own profile, by NIC or id, by both names", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    for (const key of [owner.ownerNic, owner.userId]) {
      expect(await api.call("GET", `/api/v1/owners/${key}`, { as: owner })).toMatchObject({
        status: 200,
        body: { data: { nic: owner.ownerNic } },
      });
    }
    const body = { vehiclePlate: "CAB-1234" };
    expect(
      await api.call("PUT", `/api/EvOwner/${owner.ownerNic}`, { as: owner, body }),
    ).toMatchObject({ status: 200, body });
  });

  it("404: another owner's, to an owner", async () => {
    const [mine, theirs] = [await makeUser(api.db, "EvOwner"), await makeUser(api.db, "EvOwner")];
    const path = `/api/v1/owners/${theirs.ownerNic}`;
    const answers = await Promise.all([
      api.call("GET", path, { as: mine }),
      api.call("PUT", path, { as: mine, body: { name: "Me" } }),
      api.call("PUT", `${path}/deactivate`, { as: mine }),
      api.call("GET", "/api/v1/owners/000", { as: mine }),
      api.call("GET", "/api/v1/owners/%00", { as: mine }),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { error: "NotFound" } });
    }
  });

  it("403: an operator may never, staff may not change a profile; 401: nobody", async () => {
    const { ownerNic } = await makeUser(api.db, "EvOwner");
    const path = `/api/v1/owners/${ownerNic}`;
    expect((await api.call("GET", path, { as: operator })).status).toBe(403);
    expect((await api.call("PUT", path, { as: office, body: { name: "X" } })).status).toBe(403);
    expect((await api.call("GET", path)).status).toBe(401);
    expect((await api.call("GET", path, { as: office })).status).toBe(200);
  });

  it("200: deactivates the own account, reads on after logging in again, staff reactivate", async () => {
    const body = form();
    await api.call("POST", "/api/v1/owners", { body });
    const enter = async () => {
      const login = { username: body.nic, password: body.password };
      const { data } = (await api.call("POST", "/api/v1/auth/login", { body: login })).body;
      return { headers: { authorization: `Bearer ${data.accessToken}` } };
    };
    const session = await enter();
    const path = `/api/EvOwner/${body.nic}`;
    expect(await api.call("PUT", `${path}/deactivate`, session)).toMatchObject({
      status: 200,
      body: { status: "Deactivated" },
    });
    expect((await api.call("GET", `/api/v1/owners/${body.nic}`, session)).status).toBe(401);
    const again = await enter();
    expect(await api.call("GET", `/api/v1/owners/${body.nic}`, again)).toMatchObject({
      status: 200,
      body: { data: { status: "Deactivated" } },
    });
    expect((await api.call("PUT", `${path}/reactivate`, again)).status).toBe(403);
    expect(await api.call("PUT", `${path}/reactivate`, { as: office })).toMatchObject({
      status: 200,
      body: { status: "Active" },
    });
    expect((await api.call("PUT", `${path}/reactivate`, { as: office })).status).toBe(409);
  });

  it("422: staff give a reason to deactivate", async () => {
    const { ownerNic, userId } = await makeUser(api.db, "EvOwner");
    await bookedBefore(api.db, String(office.businessId), userId);
    const path = `/api/v1/owners/${ownerNic}/deactivate`;
    expect(await api.call("PUT", path, { as: office })).toMatchObject({
      status: 422,
      body: { code: "owner.reason_required", errors: [{ field: "reason" }] },
    });
    const body = { reason: "Three no-shows" };
    expect((await api.call("PUT", path, { as: office, body })).status).toBe(200);
  });
});

describe("GET owners", () => {
  it("200: an office finds by NIC, an owner sees the own profile, an operator may not", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const found = await api.call("GET", `/api/v1/owners?search=${owner.ownerNic}`, { as: office });
    expect(found).toMatchObject({ status: 200, body: { pagination: { total: 1 } } });
    const own = await api.call("GET", "/api/v1/owners", { as: owner });
    expect(own.body.data.map(({ id }: { id: string }) => id)).toEqual([owner.userId]);
    expect((await api.call("GET", "/api/v1/owners", { as: operator })).status).toBe(403);
    expect((await api.call("GET", "/api/v1/owners")).status).toBe(401);
  });
});

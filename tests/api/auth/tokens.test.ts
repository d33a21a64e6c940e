import { describe, expect, it } from "vitest";

import { hashPassword } from "@/lib/core/passwords";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const password = "Charging-by-the-river-7";
const passwordHash = await hashPassword(password);

const entered = async () => {
  const { email } = await makeUser(api.db, "EvOwner", { passwordHash });
  const body = { username: email, password };
  return (await api.call("POST", "/api/v1/auth/login", { body })).body.data;
};
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const refresh = (refreshToken: string) =>
  api.call("POST", "/api/v1/auth/refresh-token", { body: { refreshToken } });

describe("POST auth/refresh-token", () => {
  it("200, then 401: a token seen again closes its family, although the call is refused", async () => {
    const first = await entered();
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(await refresh(first.refreshToken)).toMatchObject({
      status: 401,
      body: { code: "refresh.reused" },
    });
    expect(await refresh(second.body.data.refreshToken)).toMatchObject({
      status: 401,
      body: { code: "refresh.invalid" },
    });
  });

  it("422: wants a token", async () => {
    const answer = await api.call("POST", "/api/v1/auth/refresh-token", { body: {} });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: "refreshToken" }] } });
  });
});

describe("GET auth/me", () => {
  it("200: says who is signed in, to each role", async () => {
    for (const role of ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const) {
      const actor = await makeUser(api.db, role);
      const me = await api.call("GET", "/api/v1/auth/me", { as: actor });
      expect(me).toMatchObject({
        status: 200,
        body: { data: { id: actor.userId, role, ownerNic: actor.ownerNic } },
      });
      expect(JSON.stringify(me.body)).not.toContain("password_hash");
      expect(me.body.data).not.toHaveProperty("passwordHash");
    }
  });

  it("401: without a token, with a wrong one, with a revoked one", async () => {
    expect(await api.call("GET", "/api/v1/auth/me")).toMatchObject({
      status: 401,
      body: { code: "auth.required" },
    });
    expect(await api.call("GET", "/api/v1/auth/me", bearer("garbage"))).toMatchObject({
      status: 401,
      body: { code: "auth.token_invalid" },
    });
    const { accessToken } = await entered();
    expect(
      await api.call("POST", "/api/v1/auth/logout", { ...bearer(accessToken), body: {} }),
    ).toMatchObject({ status: 200 });
    expect(await api.call("GET", "/api/v1/auth/me", bearer(accessToken))).toMatchObject({
      status: 401,
      body: { code: "auth.token_revoked" },
    });
  });
});

describe("PUT auth/change-password", () => {
  const change = (token: string, body: object) =>
    api.call("PUT", "/api/v1/auth/change-password", { ...bearer(token), body });

  it("200: stops the old pair and answers one that works", async () => {
    const old = await entered();
    const input = { currentPassword: password, newPassword: "Another-river-88" };
    const changed = await change(old.accessToken, input);
    expect(changed.status).toBe(200);
    expect((await api.call("GET", "/api/v1/auth/me", bearer(old.accessToken))).status).toBe(401);
    const me = await api.call("GET", "/api/v1/auth/me", bearer(changed.body.data.accessToken));
    expect(me.status).toBe(200);
  });

  it("400, 401 and 422: refuses at the field", async () => {
    const { accessToken } = await entered();
    const newPassword = "Another-river-88";
    expect(await change(accessToken, { currentPassword: "no", newPassword })).toMatchObject({
      status: 400,
      body: { code: "password.wrong", errors: [{ field: "currentPassword" }] },
    });
    expect(
      await change(accessToken, { currentPassword: password, newPassword: "password1" }),
    ).toMatchObject({
      status: 422,
      body: { code: "password.common", errors: [{ field: "newPassword" }] },
    });
    expect(
      await change(accessToken, { currentPassword: password, newPassword: "short" }),
    ).toMatchObject({ status: 422, body: { errors: [{ field: "newPassword" }] } });
    expect(await change("garbage", { currentPassword: password, newPassword })).toMatchObject({
      status: 401,
    });
  });
});

import { expect, it } from "vitest";

import { hashPassword } from "@/lib/core/passwords";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const password = "Bank-of-power-27";
const owner = await makeUser(api.db, "EvOwner", { passwordHash: await hashPassword(password) });
const snake = { "Baybook-Contract": "snake" };

it("logs in bare and in snake_case; its tokens speak it on, under any letter case", async () => {
  const login = await api.call("POST", "/api/auth/login", {
    body: { username: owner.email, password },
    headers: snake,
  });
  expect(login.status).toBe(200);
  expect(login.headers.get("baybook-contract")).toBe("snake");
  expect(login.body).toMatchObject({
    access_token: expect.any(String),
    expires_in: expect.any(Number),
    operator_station_ids: [],
    tokens: { access: login.body.access_token, refresh: login.body.refresh_token },
    user: { email: owner.email, must_change_password: false },
  });
  const authorization = `Bearer ${login.body.tokens.access}`;
  const me = await api.call("GET", "/api/Auth/ME", { headers: { authorization } });
  expect(me.body).toMatchObject({ email: owner.email, owner_nic: owner.ownerNic });
  const fresh = await api.call("POST", "/api/auth/refresh", {
    body: { refresh_token: login.body.tokens.refresh },
  });
  expect(fresh).toMatchObject({ status: 200, body: { tokens: { access: expect.any(String) } } });
  // The same name without a word for it is the first contract's; with its token, snake's again.
  const core = await api.call("POST", "/api/auth/login", {
    body: { username: owner.email, password },
  });
  expect(core.body).toHaveProperty("accessToken");
});

it("is chosen by its field, and told of faults by its names", async () => {
  const byCode = await api.call("POST", "/api/auth/login", { body: { verification_token: "x" } });
  expect(byCode.status).toBe(422);
  expect(byCode.body.errors).toContainEqual(
    expect.objectContaining({ field: "verification_token", code: "unknown_field" }),
  );
  const wrong = await api.call("POST", "/api/auth/refresh", { body: { refresh_token: 7 } });
  expect(wrong.body.errors).toMatchObject([{ field: "refresh_token" }]);
  const camel = await api.call("POST", "/api/auth/refresh", { body: { refreshToken: "x" } });
  expect(camel.body.code).toBe("refresh.invalid");
  const both = await api.call("POST", "/api/auth/login", {
    body: { username: "a", password: "b", verification_token: "x" },
  });
  expect(both.status).toBe(422);
});

import { beforeEach, describe, expect, it } from "vitest";

import { createAdmin } from "@/lib/people/accounts";
import { hashPassword } from "@/lib/core/passwords";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testApi } from "../../support/api";
import { makeBusiness, makeUser, testConfig } from "../../support/world";

const api = await testApi();
const password = "Charging-by-the-river-7";
const passwordHash = await hashPassword(password);
let email = "";

beforeEach(async () => {
  email = (await makeUser(api.db, "EvOwner", { passwordHash })).email ?? "";
});

describe("POST auth/login", () => {
  it("200: answers tokens that work, in the envelope and by the core name without it", async () => {
    const login = { username: email, password };
    const answer = await api.call("POST", "/api/v1/auth/login", { body: login });
    expect(answer).toMatchObject({
      status: 200,
      body: { success: true, data: { role: "EvOwner", expiresIn: 3600 } },
    });
    expect(answer.headers.get("cache-control")).toContain("no-store");
    for (const path of ["/api/Auth/login", "/api/auth/login", "/api/AUTH/Login"]) {
      const core = await api.call("POST", path, { body: login });
      expect(core, path).toMatchObject({ status: 200, body: { role: "EvOwner" } });
      const me = await api.call("GET", "/api/v1/auth/me", {
        headers: { authorization: `Bearer ${core.body.accessToken}` },
      });
      expect(me, path).toMatchObject({ status: 200, body: { data: { email } } });
    }
  });

  it("401: says the same of a wrong password and an unknown name", async () => {
    for (const login of [
      { username: email, password: "wrong" },
      { username: "nobody@example.test", password },
    ]) {
      const answer = await api.call("POST", "/api/v1/auth/login", { body: login });
      expect(answer).toMatchObject({
        status: 401,
        body: {
          success: false,
          statusCode: 401,
          error: "Unauthorized",
          code: "login.failed",
          requestId: expect.any(String),
        },
      });
    }
  });

  it("401: says that staff are deactivated once the password is right", async () => {
    const business = await makeBusiness(api.db);
    const options = { businessId: business.id, status: "Deactivated", passwordHash } as const;
    const operator = await makeUser(api.db, "Operator", options);
    const body = { username: operator.email, password };
    const answer = await api.call("POST", "/api/v1/auth/login", { body });
    expect(answer).toMatchObject({ status: 401, body: { code: "login.deactivated" } });
  });

  it("422: names every field that is not right", async () => {
    const answer = await api.call("POST", "/api/v1/auth/login", {
      body: { username: " ", extra: true },
    });
    expect(answer).toMatchObject({ status: 422, body: { error: "ValidationFailed" } });
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(["username", "password", "extra"]));
  });

  it("400: wants JSON", async () => {
    const answer = await api.call("POST", "/api/v1/auth/login", {
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect(answer).toMatchObject({ status: 400, body: { error: "MalformedRequest" } });
  });

  it("429: stops the eleventh try at one account, whatever the password", async () => {
    const ctx = makeContext({
      db: api.db,
      actor: jobActor("admin"),
      config: testConfig,
    });
    const { email: username } = await createAdmin(ctx, {
      email: "limited@example.test",
      name: "Limited",
      password,
    });
    const attempt = (word: string) =>
      api.call("POST", "/api/v1/auth/login", { body: { username, password: word } });
    for (let round = 0; round < 10; round += 1) expect((await attempt("wrong")).status).toBe(401);
    const stopped = await attempt(password);
    expect(stopped).toMatchObject({ status: 429, body: { error: "TooManyRequests" } });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("429: counts one account however its name is typed", async () => {
    const attempt = (username: string) =>
      api.call("POST", "/api/v1/auth/login", { body: { username, password: "wrong" } });
    const spellings = ["+94 77 765-4321", "+94777654321", " +94 (77) 7654321"];
    for (let round = 0; round < 10; round += 1) {
      expect((await attempt(spellings[round % 3] ?? "")).status).toBe(401);
    }
    expect((await attempt("+94.77.765.4321")).status).toBe(429);
  });
});

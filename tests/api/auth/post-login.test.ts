import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/passwords";

import { testApi } from "../../support/api";
import { makeBusiness, makeUser } from "../../support/world";

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

  /** Tries from one address after another, or from the one that is named. */
  const attempt = (username: string, word: string, address?: string) =>
    api.call("POST", "/api/v1/auth/login", {
      body: { username, password: word },
      headers: address ? { "x-forwarded-for": address } : {},
    });

  it("429: stops the eleventh try of an address at one account, whatever the password", async () => {
    const home = "192.0.2.1";
    for (let round = 0; round < 10; round += 1) {
      expect((await attempt(email, "wrong", home)).status).toBe(401);
    }
    const stopped = await attempt(email, password, home);
    expect(stopped).toMatchObject({ status: 429, body: { error: "TooManyRequests" } });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("A13: lets the right password in from an address that did not guess", async () => {
    for (let round = 0; round < 12; round += 1) await attempt(email, "wrong", "192.0.2.2");
    expect((await attempt(email, password, "192.0.2.3")).status).toBe(200);
    for (let round = 0; round < 12; round += 1) await attempt(email, "wrong");
    const began = performance.now();
    expect((await attempt(email, password)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(900);
  });

  it("A13: gives an address few tries at an account that others guess", async () => {
    await Promise.all(Array.from({ length: 11 }, () => attempt(email, "wrong")));
    const tries: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      tries.push((await attempt(email, "wrong", "192.0.2.4")).status);
    }
    expect(tries).toEqual([401, 401, 401, 429]);
  });

  it("A13: counts no try whose password was right", async () => {
    for (let round = 0; round < 12; round += 1) {
      expect((await attempt(email, password, "192.0.2.5")).status).toBe(200);
    }
  });

  it("A13: counts one account by whichever of its names, those who try at once too", async () => {
    const phone = "+94770000113";
    const owner = await makeUser(api.db, "EvOwner", { passwordHash });
    const { email: name, ownerNic, userId } = owner;
    await api.db.update(users).set({ phone }).where(eq(users.id, userId));
    const names = [name ?? "", ownerNic ?? "", phone, "+94 (77) 0000113"];
    const tries = await Promise.all(
      Array.from({ length: 16 }, (_, round) => attempt(names[round % 4] ?? "", "no", "192.0.2.6")),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    for (const one of names) expect((await attempt(one, password, "192.0.2.6")).status).toBe(429);
  });

  it("429: counts a name that nobody has however it is typed", async () => {
    const spellings = ["+94 77 765-4321", "+94777654321", " +94 (77) 7654321"];
    for (let round = 0; round < 10; round += 1) {
      const tried = await attempt(spellings[round % 3] ?? "", "wrong", "192.0.2.7");
      expect(tried.status).toBe(401);
    }
    expect((await attempt("+94.77.765.4321", "wrong", "192.0.2.7")).status).toBe(429);
  });

  it("A12: counts by address what cannot be read as well", async () => {
    const headers = { "x-forwarded-for": "192.0.2.8" };
    for (let round = 0; round < 50; round += 1) {
      const tried = await api.call("POST", "/api/v1/auth/login", { body: {}, headers });
      expect(tried.status).toBe(422);
    }
    expect((await attempt(email, password, "192.0.2.8")).status).toBe(429);
  });
});

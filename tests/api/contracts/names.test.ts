import type { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";

import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import * as anyRoute from "@/app/api/[...core]/route";
import { endpoints as routes } from "@/app/api/v1/endpoints";
import { endpointsOf } from "@/lib/http/routes";

import { testApi } from "../../support/api";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const stations = await Promise.all(
  Array.from({ length: 12 }, () => makeStation(api.db, businessId)),
);
const office = await makeUser(api.db, "Backoffice", { businessId });
const owner = await makeUser(api.db, "EvOwner");
const [first] = stations;
if (first) await makeSlots(api.db, first.id, testStart, 3);

afterEach(() => vi.unstubAllEnvs());

const at = "https://baybook.test";
const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  anyRoute.GET(new Request(at + path, { method, headers }));

describe("C2: a list without pagination", () => {
  it("holds all there is, and says how many that is", async () => {
    const all = await api.call("GET", "/api/Station");
    expect(all.body).toHaveLength(12);
    expect(all.headers.get("x-total-count")).toBe("12");
    expect(all.headers.get("link")).toBeNull();
    const v1 = await api.call("GET", "/api/v1/stations");
    expect(v1.body.data).toHaveLength(10);
  });

  it("says where the other pages are, for who asks for few at a time", async () => {
    const page = await api.call("GET", "/api/Station?limit=5&page=2&sort=name");
    expect(page.body).toHaveLength(5);
    expect(page.headers.get("link")).toBe(
      [
        '</api/Station?limit=5&page=1&sort=name>; rel="first"',
        '</api/Station?limit=5&page=1&sort=name>; rel="prev"',
        '</api/Station?limit=5&page=3&sort=name>; rel="next"',
        '</api/Station?limit=5&page=3&sort=name>; rel="last"',
      ].join(", "),
    );
    const next = await api.call("GET", "/api/Station?limit=5&page=3&sort=name");
    expect(next.body).toHaveLength(2);
    expect(next.headers.get("link")).not.toContain('rel="next"');
    expect((await api.call("GET", "/api/Station?limit=1001")).status).toBe(422);
  });

  it("leaves names out of the query that it does not know, and names them", async () => {
    const answer = await api.call("GET", "/api/Station?type=DC&zone=1&b%C3%A4r=2");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("baybook-ignored")).toBe("zone, b%C3%A4r");
    expect(answer.headers.get("baybook-contract")).toBe("core");
  });
});

describe("letter case", () => {
  it("C5: says nothing in a name, whichever file of ours the address falls to", async () => {
    for (const path of ["/api/auth/Login", "/api/auth/LOGIN", "/api/auth/login"]) {
      const request = new Request(at + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username: "nobody@example.test", password: "x" }),
      }) as NextRequest;
      const nextauth = path.split("/").slice(3);
      const answer = await authRoute.POST(request, { params: Promise.resolve({ nextauth }) });
      expect(answer.status, path).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "login.failed" });
    }
  });

  it("leaves next-auth its own addresses alone, and no other method of them", async () => {
    const request = new Request(`${at}/api/auth/session`, { method: "DELETE" }) as NextRequest;
    const params = Promise.resolve({ nextauth: ["session"] });
    expect((await authRoute.DELETE(request, { params })).status).toBe(405);
    expect((await ask("GET", "/api/auth/nothing")).status).toBe(404);
  });

  it("says nothing in any name of the first contract", async () => {
    const names = endpointsOf(routes).flatMap(({ method, endpoint }) =>
      [endpoint.declaration.core?.names ?? []].flat().map((name) => ({ method, name })),
    );
    expect(names.length).toBeGreaterThan(24);
    for (const { method, name } of names) {
      for (const spelled of [name.toLowerCase(), name.toUpperCase()]) {
        const path = `/api/${spelled.replace(/\{\w+\}/i, crypto.randomUUID())}`;
        const answer = await api.call(method, path);
        // Public ones refuse what is missing or find nothing; the others ask who it is. None is a 405 or a stranger.
        expect([200, 401, 404, 422], `${method} ${path}`).toContain(answer.status);
        if (answer.status === 404) expect(answer.body.code, path).not.toBe("request.not_found");
      }
    }
  });
});

describe("C6: what cannot be read in a path", () => {
  it("is nothing, in our form", async () => {
    for (const path of ["/api/Station/%E0%A4%A", "/api/%ZZ", "/api/v1/Stations/%"]) {
      const answer = await ask("GET", path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json()).toMatchObject({ success: false, code: "request.not_found" });
    }
  });
});

describe("C10: what a browser of another site hears", () => {
  const origin = "https://app.example.com";

  it("is ours, of refusals too", async () => {
    vi.stubEnv("CORS_ORIGINS", origin);
    for (const [method, path, status] of [
      ["GET", "/api/Nothing", 404],
      ["DELETE", "/api/Station", 405],
      ["GET", "/api/Station", 200],
    ] as const) {
      const answer = await ask(method, path, { origin });
      expect(answer.status).toBe(status);
      expect(answer.headers.get("access-control-allow-origin"), path).toBe(origin);
      const exposed = answer.headers.get("access-control-expose-headers");
      for (const name of ["X-Total-Count", "Link", "Baybook-Contract", "Baybook-Ignored"]) {
        expect(exposed).toContain(name);
      }
    }
    const v1 = routes["/stations"].GET;
    const answer = await v1(new Request(`${at}/api/v1/stations`, { headers: { origin } }), {
      params: Promise.resolve({}),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("answers HEAD as GET, and OPTIONS with what there is", async () => {
    expect((await ask("HEAD", `/api/Station/${first?.id}`)).status).toBe(200);
    const options = await ask("OPTIONS", "/api/station");
    expect(options.status).toBe(204);
    expect(options.headers.get("allow")?.split(", ").toSorted()).toEqual(["GET", "POST"]);
    expect((await ask("PATCH", "/api/Station")).headers.get("allow")).toBe(
      options.headers.get("allow"),
    );
  });
});

describe("whatever is refused before the body is read", () => {
  const headers = { "Baybook-Contract": "ev-cms" };

  it("401, 403 and 400 name the contract in whose form they are", async () => {
    for (const [status, how] of [
      [401, { headers }],
      [401, { headers: { ...headers, authorization: "Bearer forged" } }],
      [403, { headers, as: owner }],
    ] as const) {
      const refused = await api.call("POST", "/api/v1/stations", { ...how, body: {} });
      expect(refused.status).toBe(status);
      expect(refused.headers.get("baybook-contract"), String(status)).toBe("ev-cms-2.1");
      expect(refused.headers.get("vary")).toContain("Baybook-Contract");
    }
    const ours = await api.call("GET", "/api/v1/bookings");
    expect(ours.headers.get("baybook-contract")).toBe("baybook");
    const core = await api.call("GET", "/api/Booking");
    expect([core.status, core.headers.get("baybook-contract")]).toEqual([401, "core"]);
    const unknown = await api.call("GET", "/api/v1/bookings", {
      headers: { "Baybook-Contract": "ocpi" },
      as: owner,
    });
    expect([unknown.status, unknown.headers.get("baybook-contract")]).toEqual([400, "baybook"]);
  });

  it("and so does 429", async () => {
    vi.stubEnv("RATE_LIMITS", "on");
    const from = { ...headers, "x-forwarded-for": "203.0.113.77" };
    const body = { username: "nobody@example.test" };
    let last: Awaited<ReturnType<typeof api.call>> | undefined;
    for (let turn = 0; turn < 12 && last?.status !== 429; turn += 1) {
      last = await api.call("POST", "/api/v1/auth/forgot-password", { headers: from, body });
    }
    expect(last?.status).toBe(429);
    expect(last?.headers.get("baybook-contract")).toBe("ev-cms-2.1");
    expect(last?.body.retryAfter).toBeGreaterThan(0);
  });
});

it("names its contract, and that answers differ by it", async () => {
  const answer = await api.call("GET", "/api/v1/stations?mine=true", { as: office });
  expect(answer.headers.get("baybook-contract")).toBe("baybook");
  expect(answer.headers.get("vary")).toContain("Baybook-Contract");
  const wrong = await api.call("GET", "/api/v1/stations", {
    headers: { "Baybook-Contract": "core" },
  });
  expect(wrong).toMatchObject({ status: 400, body: { code: "request.contract" } });
});

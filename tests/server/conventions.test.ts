import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    worker: false,
    env: { CORS_ORIGINS: "https://app.example.com" },
  });
}, 120_000);
afterAll(() => server?.stop());

const ask = (path: string, init?: RequestInit) => fetch(server.url + path, init);

describe("the API as Next serves it", () => {
  it("404: says in its own form that there is nothing, whatever the path", async () => {
    for (const path of ["/api/v1/nothing", "/api/v1/stations/1/2/3/4", "/api/nothing"]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json()).toMatchObject({ success: false, error: "NotFound" });
    }
  });

  it("405: names the methods that an address has", async () => {
    const answer = await ask("/api/v1/stations", { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, POST");
    expect(await answer.json()).toMatchObject({ code: "request.method", statusCode: 405 });
  });

  it("answers HEAD as GET, without a body", async () => {
    const answer = await ask("/api/v1/stations", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });

  it("lets a browser's page of an allowed origin call it, and no other", async () => {
    const preflight = (origin: string) =>
      ask("/api/v1/bookings", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const allowed = await preflight("https://app.example.com");
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(allowed.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
    const refused = await preflight("https://evil.example.com");
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("does not know the test's routes without the test clock", async () => {
    const plain = await startServer({ worker: false, env: { TEST_CLOCK: "" } });
    try {
      for (const [method, path] of [
        ["GET", "clock"],
        ["PUT", "clock"],
        ["POST", "jobs/slots"],
      ] as const) {
        const answer = await fetch(`${plain.url}/api/test/${path}`, { method });
        expect(answer.status, path).toBe(404);
      }
    } finally {
      await plain.stop();
    }
  });
});

describe("pages as Next serves them", () => {
  it("carry the headers that browsers ask safety from", async () => {
    const { headers } = await ask("/");
    expect(headers.get("content-security-policy")).toMatch(/script-src[^;]*'nonce-/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBeTruthy();
    expect(headers.get("permissions-policy")).toBeTruthy();
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("of a role's area send nobody known to the login, which leads back", async () => {
    const answer = await ask("/backoffice/operators?search=a", { redirect: "manual" });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toContain(
      `/login?next=${encodeURIComponent("/backoffice/operators?search=a")}`,
    );
  });
});

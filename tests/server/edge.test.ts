import { connect } from "node:net";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { rateLimits } from "@/db/schema/http";

import { pour } from "../support/pour";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ worker: false, env: { RATE_LIMITS: "on" } });
}, 120_000);
afterAll(() => server?.stop());

const ask = (path: string, init?: RequestInit) =>
  fetch(server.url + path, { redirect: "manual", ...init });

const json = { "content-type": "application/json" };

describe("A1: who sends it", () => {
  it("is limited by the connection's address, whatever address is claimed", async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const answer = await ask("/api/v1/auth/forgot-password", {
        method: "POST",
        headers: { ...json, "x-forwarded-for": `10.9.8.${round}` },
        body: JSON.stringify({ username: "a@b.cc" }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429, 429]);
  });

  it("leaves no long names in the database", async () => {
    await ask("/api/v1/stations", { headers: { "x-forwarded-for": "x".repeat(12_000) } });
    const [longest] = await server.db
      .select({ length: sql<number>`max(length(${rateLimits.bucket}))` })
      .from(rateLimits);
    expect(longest?.length).toBeLessThan(100);
  });
});

describe("A2: a body without end", () => {
  const size = 1024 * 1024;
  const chunk = Buffer.from(`${size.toString(16)}\r\n${"a".repeat(size)}\r\n`);
  const chunks = 300;

  /** Sends 300 MiB in chunks, whatever is answered meanwhile; the status. Node's own client stops at the answer. */
  async function flood(path: string, headers: Record<string, string>): Promise<number> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let read = "";
    socket.setEncoding("utf8").on("data", (part) => (read += part));
    const all = { host: `${hostname}:${port}`, "transfer-encoding": "chunked", ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
    await pour(socket, chunk, chunks);
    socket.destroy();
    return Number(/^HTTP\/1\.1 (\d+)/.exec(read)?.[1]);
  }

  async function residentMiB(): Promise<number> {
    const headers = { authorization: `Bearer ${server.env.METRICS_TOKEN}` };
    const text = await (await ask("/api/metrics", { headers })).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1024 / 1024;
  }

  it(
    "is refused at every door while it comes, with memory flat",
    { timeout: 120_000 },
    async () => {
      const form = { "content-type": "application/x-www-form-urlencoded" };
      const parts = { "content-type": "multipart/form-data; boundary=b" };
      const doors: [string, Record<string, string>][] = [
        ["/api/auth/callback/credentials", form],
        ["/api/auth/signout", form],
        ["/api/v1/auth/login", json],
        ["/api/v1/stations/import", { "content-type": "text/csv" }],
        ["/api/v1/stations/import", parts],
        [`/api/v1/sessions/${crypto.randomUUID()}/photos`, { "content-type": "image/png" }],
        ["/api/Booking", json],
        ["/api/nothing", form],
        ["/login", { ...parts, "next-action": "0".repeat(42) }],
        ["/stations", form],
      ];
      const before = await residentMiB();
      let highest = before;
      for (const [path, headers] of doors) {
        expect(await flood(path, headers), path).toBe(413);
        highest = Math.max(highest, await residentMiB());
      }
      expect(highest - before).toBeLessThan(150);
      expect((await ask("/api/health")).status).toBe(200);
    },
  );
});

/** What is answered to a request as it is written. */
const sent = (head: string, port: number) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, "localhost");
    let read = "";
    socket.setEncoding("utf8").on("data", (part) => (read += part));
    socket.on("close", () => resolve(read)).on("error", reject);
    socket.write(head);
  });

/** Asks with a path that `fetch` would mend, or a method that it refuses. */
const raw = (head: string) => {
  const { host, port } = new URL(server.url);
  return sent(`${head}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, Number(port));
};

describe("A10: an address that cannot be decoded", () => {
  it.for([
    "/api/v1/stations/%ZZ",
    "/api/Station/%E0%A4%A",
    "/api/docs/%ZZ",
    "/api/%ZZ",
    "/api/v1/%E0%A4%A",
  ])("C6: %s is 404 in our form", async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toMatch(/"error":"NotFound"/);
  });

  it("is the 404 page among pages", async () => {
    for (const path of ["/%ZZ", "/terms/%E0%A4%A"]) {
      const answer = await raw(`GET ${path} HTTP/1.1`);
      expect(answer, path).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer, path).toContain("Nothing here");
    }
  });
});

describe("A22: what no client of ours sends", () => {
  it("TRACE is 405", async () => {
    for (const path of ["/", "/api/v1/stations"]) {
      expect(await raw(`TRACE ${path} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 405 /);
    }
  });

  it("an action from a page of another site is 403", async () => {
    const headers = { origin: "https://evil.example", "next-action": "0".repeat(42) };
    const answer = await ask("/login", { method: "POST", headers, body: "[]" });
    expect(answer.status).toBe(403);
  });
});

describe("next-auth", () => {
  const evil = "http://127.0.0.1:3000.evil.test/";

  it("A22: fails at no callbackUrl, and leads to none", async () => {
    const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
    for (const path of ["/api/auth/callback/credentials", "/api/auth/signout"]) {
      for (const [query, callbackUrl] of [
        ["", evil],
        [`?callbackUrl=${encodeURIComponent(evil)}`, "/"],
      ] as const) {
        const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
        const answer = await ask(path + query, { method: "POST", body });
        expect(answer.status, path).toBeLessThan(500);
        expect(await answer.text(), path).not.toContain("evil");
      }
    }
  });

  it("A22: takes away a cookie that it cannot read", async () => {
    const headers = { cookie: "next-auth.callback-url=http://[" };
    const answer = await ask("/api/auth/csrf", { headers });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("set-cookie")).toMatch(/^next-auth\.callback-url=;.*Max-Age=0/);
  });

  it("A22: names no host that a client chose", async () => {
    const { host, port } = new URL(server.url);
    for (const headers of [
      `Host: evil.test`,
      `Host: ${host}\r\nX-Forwarded-Host: evil.test`,
      `Host: ${host}\r\nForwarded: host=evil.test`,
    ]) {
      for (const path of [
        "/api/auth/signin",
        "/api/auth/signout",
        "/admin",
        "/api/v1/openapi.json",
      ]) {
        const head = `GET ${path} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`;
        const answer = await sent(head, Number(port));
        expect(answer, path).not.toContain("evil.test");
      }
    }
  });

  it("A12: counts against the limit of all requests", async () => {
    const seen = new Set<number>();
    for (let round = 0; round < 31; round += 1) {
      const asked = Array.from({ length: 20 }, () => ask("/api/auth/csrf"));
      for (const { status } of await Promise.all(asked)) seen.add(status);
    }
    expect([...seen].toSorted()).toEqual([200, 429]);
    const page = await ask("/");
    expect(page.status).toBe(429);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("/api/health")).status).toBe(200);
  });
});

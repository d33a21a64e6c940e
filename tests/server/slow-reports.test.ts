import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { startServer, type TestServer } from "../support/server";
import { bearerOn } from "../support/sign-in";
import { makeBusiness, makeSlots, makeStation, makeUser } from "../support/world";

let server: TestServer;

let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startServer({ worker: false, env: { TEST_CLOCK: "" } });
  const { id: businessId } = await makeBusiness(server.db);
  const { id: stationId } = await makeStation(server.db, businessId);
  await makeSlots(server.db, stationId, new Date(Math.ceil(Date.now() / 3.6e6) * 3.6e6), 48);
  headers = await bearerOn(server.db, await makeUser(server.db, "SystemAdmin"));
}, 120_000);
afterAll(() => server?.stop());

async function ask(path: string) {
  const began = performance.now();
  const response = await fetch(server.url + path, { headers });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    text,
    ms: performance.now() - began,
  };
}

const everybodys = ["/api/health", "/api/v1/stations?limit=1", "/", "/login"];

test("A3: ten slow reports at once end in time, and keep nobody else waiting", async () => {
  // What is made at first use.
  await Promise.all(everybodys.map(ask));
  const { promise: enough, resolve: unlock } = Promise.withResolvers<void>();
  // What only the report of revenue reads is held, so that it is as slow as can be.
  const lock = server.sql.begin(async (sql) => {
    await sql`lock table sessions in access exclusive mode`;
    await enough;
  });
  try {
    await sleep(200);
    const reports = Array.from({ length: 10 }, () => ask("/api/v1/reports/revenue"));
    const others: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      await sleep(300);
      for (const { status, ms } of await Promise.all(everybodys.map(ask))) {
        expect(status).toBe(200);
        others.push(ms);
      }
    }
    const ended = await Promise.all(reports);
    // Two began and were taken back after 8 s, the others had waited for 5 s.
    const codes = ended.map(({ text }) => String(JSON.parse(text).code)).toSorted();
    const [busy, timedOut] = [8, 2];
    expect(codes).toEqual([
      ...Array.from({ length: busy }, () => "report.busy"),
      ...Array.from({ length: timedOut }, () => "request.timed_out"),
    ]);
    expect(new Set(ended.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(
      new Set(["503 2"]),
    );
    expect(Math.max(...ended.map(({ ms }) => ms))).toBeLessThan(12_000);
    expect(Math.max(...others)).toBeLessThan(5_000);
  } finally {
    unlock();
    await lock;
  }
  expect((await ask("/api/v1/reports/revenue")).status).toBe(200);
});

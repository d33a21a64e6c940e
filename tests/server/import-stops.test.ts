import { afterAll, beforeAll, expect, test } from "vitest";

import { stationImports, stations } from "@/db/schema/stations";

import { startServer, type TestServer } from "../support/server";

let server: TestServer;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startServer({ worker: false, env: { TEST_CLOCK: "" } });
  const { email: username, password } = server.admin;
  const login = await fetch(`${server.url}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  headers = { authorization: `Bearer ${(await login.json()).data.accessToken}` };
}, 120_000);
afterAll(() => server?.stop());

const header =
  "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num";
const rows = 20_000;
const file = [
  header,
  ...Array.from({ length: rows }, (_, id) => `${id},Pier,1 Quay,Albany,NY,12207,US,42.65,-73.75,2`),
].join("\n");

const send = (body: string, signal?: AbortSignal) =>
  fetch(`${server.url}/api/v1/stations/import`, { method: "POST", headers, body, signal });

test("A5: an import stops when its sender is gone, keeps nobody else waiting, and lets the next one in", async () => {
  const gone = new AbortController();
  const first = send(file, gone.signal).catch((error: unknown) => error);
  const made = () => server.db.$count(stations);
  await expect.poll(made, { timeout: 30_000 }).toBeGreaterThan(0);
  expect((await send(header)).status).toBe(409);
  const began = performance.now();
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
  gone.abort();
  expect(await first).toBeInstanceOf(DOMException);
  await expect.poll(() => server.db.$count(stationImports), { timeout: 20_000 }).toBe(0);
  const stopped = await made();
  expect(stopped).toBeLessThan(rows);
  const next = await send(`${header}\nlast,Pier,1 Quay,Albany,NY,12207,US,42.65,-73.75,2`);
  expect(next.status).toBe(200);
  expect(await made()).toBe(stopped + 1);
}, 120_000);

import { afterAll, beforeAll, expect, test } from "vitest";

import { stationImports, stations } from "@/db/schema/stations";

import { startServer, type TestServer } from "../support/server";
import { bearerOn } from "../support/sign-in";
import { afdcFile, afdcRow } from "../support/station-files";
import { makeUser } from "../support/world";

let server: TestServer;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startServer({ worker: false, env: { TEST_CLOCK: "" } });
  headers = await bearerOn(server.db, await makeUser(server.db, "SystemAdmin"));
}, 120_000);
afterAll(() => server?.stop());

const rows = 20_000;
const file = afdcFile(Array.from({ length: rows }, (_, id) => afdcRow(String(id))));

const send = (body: string, signal?: AbortSignal) =>
  fetch(`${server.url}/api/v1/stations/import`, { method: "POST", headers, body, signal });

test("A5: an import stops when its sender is gone, keeps nobody else waiting, and lets the next one in", async () => {
  const gone = new AbortController();
  const first = send(file, gone.signal).catch((error: unknown) => error);
  const made = () => server.db.$count(stations);
  await expect.poll(made, { timeout: 30_000 }).toBeGreaterThan(0);
  expect((await send(afdcFile([]))).status).toBe(409);
  const began = performance.now();
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
  gone.abort();
  expect(await first).toBeInstanceOf(DOMException);
  await expect.poll(() => server.db.$count(stationImports), { timeout: 20_000 }).toBe(0);
  const stopped = await made();
  expect(stopped).toBeLessThan(rows);
  const next = await send(afdcFile([afdcRow("last")]));
  expect(next.status).toBe(200);
  expect(await made()).toBe(stopped + 1);
}, 120_000);

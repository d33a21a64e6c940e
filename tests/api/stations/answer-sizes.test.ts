import { beforeAll, expect, it } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { stationsCsv } from "@/db/seed/data";
import { jobActor } from "@/lib/core/job-actor";
import { openApiDocument } from "@/lib/http/openapi";
import { makeContext } from "@/lib/process/wiring";
import { importStations } from "@/lib/sites/stations";

import { testApi } from "../../support/api";
import { testConfig } from "../../support/world";

const { call, db } = await testApi();
const most = 1_000_000;
const sizeOf = (body: unknown) => Buffer.byteLength(JSON.stringify(body));

// The real ones, since a list's size is that of its names, plugs and prices.
beforeAll(async () => {
  const ctx = makeContext({ db, actor: jobActor("import"), config: testConfig });
  await importStations(ctx, { source: Buffer.from(stationsCsv()) });
});

it("answers a list under 1 MB, whatever is asked", async () => {
  for (const query of [
    "stations",
    "stations?limit=100&include=connectors,hours",
    "stations?limit=100&near=40.7128,-74.006&radius=100&include=connectors,hours",
    "stations/nearby?latitude=40.7128&longitude=-74.006&radius=5000&limit=100",
  ]) {
    const { status, body } = await call("GET", `/api/v1/${query}`);
    expect(status, query).toBe(200);
    expect(sizeOf(body), query).toBeLessThan(most);
  }
});

it("answers the first contract's 1,000 rows, which are more (first-contract.md), and half of them under 1 MB", async () => {
  const { body, headers } = await call("GET", "/api/Station");
  expect(body).toHaveLength(1_000);
  expect(sizeOf(body)).toBeLessThan(1.1 * most);
  expect(headers.get("link")).toContain('rel="next"');
  const half = await call("GET", "/api/Station?limit=500");
  expect(half.body).toHaveLength(500);
  expect(sizeOf(half.body)).toBeLessThan(most);
});

it("describes itself under 1 MB, in either contract's words", () => {
  expect(sizeOf(openApiDocument(routes, "http://baybook.test"))).toBeLessThan(most);
  expect(sizeOf(openApiDocument(routes, "http://baybook.test", "ev-cms"))).toBeLessThan(most);
});

import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeManyStations } from "../../support/many-stations";
import { makeBusiness } from "../../support/world";

const { call, db } = await testApi();
const { id: businessId } = await makeBusiness(db);
await makeManyStations(db, businessId, { west: 0, south: 0, size: 10 });

it("says of more than 10,000 that there are more, and still leads on", async () => {
  const first = await call("GET", "/api/v1/stations?limit=20");
  expect(first.status).toBe(200);
  expect(first.body.pagination).toEqual({
    total: 10_000,
    totalIsCapped: true,
    page: 1,
    limit: 20,
    totalPages: 500,
    hasNext: true,
    hasPrev: false,
  });
  const beyond = await call("GET", "/api/v1/stations?limit=100&page=101");
  expect(beyond.body.data).toHaveLength(100);
  expect(beyond.body.pagination).toMatchObject({
    totalIsCapped: true,
    hasNext: true,
    hasPrev: true,
  });
  const few = await call("GET", "/api/v1/stations?type=AC");
  expect(few.body.pagination).toMatchObject({ total: 1_200 });
  expect(few.body.pagination).not.toHaveProperty("totalIsCapped");
});

it("says so to the first contract by a list that has no last page", async () => {
  const answer = await call("GET", "/api/Station?limit=1000&page=10");
  expect(answer.headers.get("x-total-count")).toBe("10000");
  expect(answer.headers.get("link")).toContain('page=11>; rel="next"');
  expect(answer.headers.get("link")).toContain('page=9>; rel="prev"');
  expect(answer.headers.get("link")).not.toContain('rel="last"');
  const last = await call("GET", "/api/Station?limit=1000&page=12");
  expect(last.body.length).toBeGreaterThan(0);
  expect(last.headers.get("link")).not.toContain('rel="next"');
});

it("answers a map under 1 MB, whatever is asked", async () => {
  for (const query of [
    "",
    "?zoom=22",
    "?zoom=22&bbox=-180,-90,180,90",
    "?zoom=0",
    "?type=DC&zoom=14",
  ]) {
    const { status, body } = await call("GET", `/api/v1/stations/map${query}`);
    expect(status, query).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(body)), query).toBeLessThan(1_000_000);
  }
});

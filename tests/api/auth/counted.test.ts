import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const owner = await makeUser(api.db, "EvOwner");

/** The statuses of 601 calls from one address, each once. */
async function statuses(address: string, path: string, headers: Record<string, string>) {
  const seen = new Set<number>();
  for (let begun = 0; begun < 601; begun += 20) {
    const calls = Array.from({ length: Math.min(20, 601 - begun) }, () =>
      api.call("GET", path, { headers: { "x-forwarded-for": address, ...headers } }),
    );
    for (const { status } of await Promise.all(calls)) seen.add(status);
  }
  return [...seen].toSorted((a, b) => a - b);
}

it("A12: counts those who bring no token, before it says that they need one", async () => {
  expect(await statuses("192.0.2.31", "/api/v1/bookings", {})).toEqual([401, 429]);
});

it("A12: counts those whose token does not hold", async () => {
  const headers = { authorization: "Bearer junk" };
  expect(await statuses("192.0.2.32", "/api/v1/bookings", headers)).toEqual([401, 429]);
});

it("A12: counts who may not, and nobody else for it", async () => {
  const calls = Array.from({ length: 3 }, () => api.call("GET", "/api/v1/users", { as: owner }));
  const left = (await Promise.all(calls)).map(({ status, headers }) => {
    expect(status).toBe(403);
    return Number(headers.get("x-ratelimit-remaining"));
  });
  expect(left.toSorted()).toEqual([597, 598, 599]);
});

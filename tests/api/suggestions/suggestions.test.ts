import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { name: "Albany" });
await makeSlots(api.db, station.id, testStart, 48);
const owner = await makeUser(api.db, "EvOwner");
const office = await makeUser(api.db, "Backoffice", { businessId });

const ask = async (query: Record<string, string>, headers = {}) =>
  api.call("GET", `/api/v1/suggestions?${new URLSearchParams(query)}`, { as: owner, headers });

it("answers a station, its time, what it would cost, and a score whose parts add up", async () => {
  const { status, body } = await ask({ near: "42.6526,-73.7562" });
  expect(status).toBe(200);
  const [first] = body.data.suggestions;
  expect(first).toMatchObject({
    station: { id: station.id, name: "Albany", timeZone: "America/New_York" },
    startsAt: "2026-06-01T13:00:00.000Z",
    estimate: { amount: "9.80", currency: "USD" },
  });
  const points = first.parts.map((part: { points: number }) => part.points);
  expect(points.reduce((sum: number, one: number) => sum + one, 0)).toBe(first.score);
  expect(body.data.version).toBe(1);
});

it("says why in the reader's language", async () => {
  const near = { near: "42.6526,-73.7562" };
  const why = async (language: string) => {
    const { body } = await ask(near, { "accept-language": language });
    return body.data.suggestions[0].parts[0].words as string;
  };
  expect(await why("en-IE")).toBe("0 km away");
  expect(await why("en-XA")).not.toBe("0 km away");
});

it.each<[field: string, query: Record<string, string>]>([
  ["near", { near: "91,0" }],
  ["to", { from: "2026-06-02T00:00:00Z", to: "2026-06-02T00:00:00Z" }],
  ["minutes", { minutes: "1000000000" }],
  ["minutes", { minutes: "0x10" }],
  ["kwh", { kwh: "-5" }],
])("refuses a wrong %s and names it", async (field, query) => {
  const { status, body } = await ask(query);
  expect(status).toBe(422);
  expect(body.errors.map((one: { field: string }) => one.field)).toEqual([field]);
});

it("tells an office of its stations, and drivers nothing of them", async () => {
  const path = "/api/v1/suggestions/operations";
  const { status, body } = await api.call("GET", path, { as: office });
  expect(status).toBe(200);
  expect(body.data).toEqual({ version: 1, quietWindows: [], soldOut: [], failingConnectors: [] });
  expect((await api.call("GET", path, { as: owner })).status).toBe(403);
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { stationsCsv } from "@/db/seed/data";
import { anonymous } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import {
  importStations,
  nearbyStations,
  removeConnector,
  searchStations,
} from "@/lib/sites/stations";
import { NearbyStations, SearchStations } from "@/lib/sites/stations/schema";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const publicOn = (db: Db) => makeContext({ db, actor: anonymous, clock, config: testConfig });
const guest = publicOn(db);
const find = (query: Record<string, string>, ctx = guest) =>
  searchStations(ctx, { ...SearchStations.parse(query), page: 1, limit: 100 });
const around = (latitude: number, longitude: number, radius: number, ctx = guest, limit = 100) =>
  nearbyStations(ctx, {
    ...NearbyStations.parse({ latitude, longitude, radius }),
    page: 1,
    limit,
  });
const hour = (n: number) => new Date(testStart.getTime() + n * 3_600_000);

/** Degrees far out at sea, where none of the real stations stands. */
const sea = { latitude: 30, longitude: -40 };

describe("the search among all stations of New York State", () => {
  beforeAll(async () => {
    const admin = makeContext({
      db,
      actor: await makeUser(db, "SystemAdmin"),
      clock,
      config: testConfig,
    });
    await importStations(admin, { source: stationsCsv() });
    await db.execute(sql`analyze stations`);
  }, 120_000);

  it("finds those of a 5 km circle through the position index, never reading all stations", async () => {
    await db.transaction(async (tx) => {
      // A page of a hundred is about where reading all of so few stations is as cheap as looking each up.
      const found = await around(42.6526, -73.7562, 5_000, publicOn(tx), 20);
      expect(found.total).toBeGreaterThan(20);
      const [scans] = await tx.execute<{ all: number; byPosition: number }>(sql`
        select pg_stat_get_xact_numscans('stations'::regclass)::int as "all",
          pg_stat_get_xact_numscans('stations_position_idx'::regclass)::int as "byPosition"`);
      // Once to find the page, once to count.
      expect(scans).toEqual({ all: 0, byPosition: 2 });
    });
  });

  it("agrees with the distance on a sphere for every station", async () => {
    const found = await around(40.7128, -74.006, 1_500);
    const [plain] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from (
        select 2 * 6378168 * asin(sqrt(
          power(sin(radians(latitude::float8 - 40.7128) / 2), 2) + cos(radians(40.7128)) *
          cos(radians(latitude::float8)) * power(sin(radians(longitude::float8 + 74.006) / 2), 2))) as metres
        from stations) as measured where metres <= 1500`);
    expect(found.total).toBe(plain?.count);
    expect(found.total).toBeGreaterThan(10);
  });

  it("gives the nearest first, in metres and kilometres", async () => {
    const { items } = await around(40.7128, -74.006, 5_000);
    const metres = items.map(({ distanceMeters }) => distanceMeters ?? -1);
    expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    expect(items[0]?.distanceKm).toBe((metres[0] ?? 0) / 1000);
  });

  it("pages without losing or repeating one", async () => {
    const page = (page: number) =>
      searchStations(guest, {
        ...SearchStations.parse({ near: "42.6526,-73.7562", radius: "5" }),
        page,
        limit: 10,
      });
    const pages = await Promise.all([page(1), page(2), page(3)]);
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page(1_000)).toEqual({ items: [], total: pages[0].total });
  });
});

describe("what a found station says", () => {
  it("has the connectors, the price, and the places left by day of its own calendar", async () => {
    const { id: businessId } = await makeBusiness(db);
    const { id } = await makeStation(db, businessId, { ...sea, name: "Lighthouse" });
    // Two slots left on Monday in New York, one at 23:00 there, which is Tuesday in UTC, and one on Tuesday.
    await makeSlots(db, id, hour(-1), 3);
    await makeSlots(db, id, hour(15), 2, { capacity: 3 });
    const [found] = (await around(sea.latitude, sea.longitude, 100)).items;
    expect(found).toMatchObject({ id, connectors: 4, maxPowerKw: 50, distanceMeters: 0 });
    expect(found?.pricing?.perKwh).toEqual({ amount: "0.45", currency: "USD" });
    expect(found?.availability).toHaveLength(7);
    expect(found?.availability.slice(0, 3)).toEqual([
      { date: "2026-06-01", slots: 3, freeSlots: 3, freeCapacity: 11 },
      { date: "2026-06-02", slots: 1, freeSlots: 1, freeCapacity: 3 },
      { date: "2026-06-03", slots: 0, freeSlots: 0, freeCapacity: 0 },
    ]);
  });

  it("counts the connectors that are there, not those taken away", async () => {
    const { id: businessId } = await makeBusiness(db);
    const place = { ...sea, longitude: -44, connectors: 2 };
    const { id: stationId, connectorIds } = await makeStation(db, businessId, place);
    const actor = await makeUser(db, "Backoffice", { businessId });
    const office = makeContext({ db, actor, clock, config: testConfig });
    await removeConnector(office, { stationId, connectorId: connectorIds[0] ?? "" });
    const { items } = await around(sea.latitude, -44, 100);
    expect(items.map(({ connectors }) => connectors)).toEqual([1]);
  });

  it("counts those that suit the car that is asked for", async () => {
    const { id: businessId } = await makeBusiness(db);
    const places = [
      { standards: ["IEC_62196_T2_COMBO"], powerW: 150_000 },
      { standards: ["IEC_62196_T2_COMBO", "CHADEMO"], powerW: 50_000 },
      { standards: ["CHADEMO"], powerW: null },
    ];
    const place = { ...sea, longitude: -46, name: "Mixed mole", places };
    await makeStation(db, businessId, place);
    const found = async (need: Record<string, string>) => {
      const { items } = await find({ search: "Mixed mole", ...need });
      return items.map((item) => [item.connectors, item.suiting, item.maxPowerKw]);
    };
    expect(await found({})).toEqual([[3, 3, 150]]);
    expect(await found({ standard: "CHAdeMO" })).toEqual([[3, 2, 50]]);
    expect(await found({ standard: "CCS", minPowerKw: "100" })).toEqual([[3, 1, 150]]);
    expect(await found({ minPowerKw: "22" })).toEqual([[3, 2, 150]]);
    expect(await found({ minPowerKw: "200" })).toEqual([]);
  });

  it("is free over a range only without a gap and with a place left in each slot", async () => {
    const { id: businessId } = await makeBusiness(db);
    const { id } = await makeStation(db, businessId, { ...sea, longitude: -41, name: "Gap buoy" });
    await makeSlots(db, id, hour(1), 2);
    await makeSlots(db, id, hour(4), 1);
    await makeSlots(db, id, hour(5), 1, { capacity: 0 });
    const freeFrom = async (from: number, to: number) => {
      const range = {
        availableFrom: hour(from).toISOString(),
        availableTo: hour(to).toISOString(),
      };
      return (await find({ search: "Gap buoy", ...range })).total;
    };
    expect(await freeFrom(1, 3)).toBe(1);
    expect(await freeFrom(2, 5)).toBe(0);
    expect(await freeFrom(4, 5)).toBe(1);
    expect(await freeFrom(4, 6)).toBe(0);
    expect(await freeFrom(0, 2)).toBe(0);
  });

  it("takes the search text as it is written, percent signs too", async () => {
    const { id: businessId } = await makeBusiness(db);
    await makeStation(db, businessId, { ...sea, longitude: -42, name: "100% Solar_Dock" });
    expect((await find({ search: "100% solar_d" })).total).toBe(1);
    expect((await find({ search: "0%s" })).total).toBe(0);
    expect((await find({ search: "solarxdock" })).total).toBe(0);
  });
});

describe("who finds what", () => {
  it("hides Inactive stations from the public, and shows them to their staff by mine", async () => {
    const { id: businessId } = await makeBusiness(db);
    const closed = { ...sea, longitude: -43, status: "Inactive" as const, name: "Sunk pier" };
    const { id } = await makeStation(db, businessId, closed);
    const ctxOf = async (role: "Backoffice" | "Operator", options: object) =>
      makeContext({ db, actor: await makeUser(db, role, options), clock, config: testConfig });
    const office = await ctxOf("Backoffice", { businessId });
    const assigned = await ctxOf("Operator", { businessId, stationIds: [id] });
    const other = await ctxOf("Operator", { businessId });
    const stranger = await ctxOf("Backoffice", { businessId: (await makeBusiness(db)).id });
    const total = async (ctx: typeof office) =>
      (await find({ mine: "true", search: "Sunk pier" }, ctx)).total;
    expect((await find({ search: "Sunk pier" })).total).toBe(0);
    expect((await find({ search: "Sunk pier" }, office)).total).toBe(0);
    expect(await Promise.all([office, assigned, other, stranger].map(total))).toEqual([1, 1, 0, 0]);
  });

  it("shows a SystemAdmin every station by all, and nobody else", async () => {
    const { id: businessId } = await makeBusiness(db);
    const closed = { ...sea, longitude: -44, status: "Inactive" as const, name: "Drowned quay" };
    await makeStation(db, businessId, closed);
    const actors = [
      await makeUser(db, "SystemAdmin"),
      await makeUser(db, "Backoffice", { businessId }),
      await makeUser(db, "EvOwner"),
    ];
    const [admin = guest, ...others] = actors.map((actor) =>
      makeContext({ db, actor, clock, config: testConfig }),
    );
    const query = { all: "true", search: "Drowned quay" };
    expect((await find(query, admin)).total).toBe(1);
    expect((await find({ ...query, status: "Inactive" }, admin)).total).toBe(1);
    expect((await find({ ...query, status: "Active" }, admin)).total).toBe(0);
    const listed = await find({ all: "true", sort: "-createdAt" }, admin);
    expect(listed.items.some(({ bookable }) => !bookable)).toBe(true);
    for (const ctx of others) {
      await expect(find(query, ctx)).rejects.toMatchObject({ code: "request.forbidden" });
    }
    await expect(find(query)).rejects.toMatchObject({ code: "auth.required" });
  });

  it("gives them in the order that one asks for", async () => {
    const { id: businessId } = await makeBusiness(db);
    for (const name of ["Sort B", "Sort C", "Sort A"]) {
      await makeStation(db, businessId, { ...sea, longitude: -45, name });
    }
    const names = async (sort?: string) =>
      (await find({ businessId, ...(sort && { sort }) })).items.map(({ name }) => name.at(-1));
    expect(await names()).toEqual(["A", "B", "C"]);
    expect(await names("-name")).toEqual(["C", "B", "A"]);
    expect(SearchStations.safeParse({ sort: "price" }).success).toBe(false);
  });
});

describe("the search's input", () => {
  it.each(["91,0", "0,181", "a,b", "42.6", "42,-73,1", ",", ""])("refuses near %j", (near) => {
    expect(SearchStations.safeParse({ near }).error?.issues[0]?.path).toEqual(["near"]);
  });

  it("refuses one end of a range, and a range that ends before it begins", () => {
    const [early, late] = [hour(1).toISOString(), hour(2).toISOString()];
    for (const query of [
      { availableFrom: early },
      { availableTo: late },
      { availableFrom: late, availableTo: early },
    ]) {
      expect(SearchStations.safeParse(query).error?.issues[0]?.path).toEqual(["availableTo"]);
    }
  });

  it("refuses positions and circles off the globe", () => {
    for (const [field, value] of [
      ["latitude", 90.1],
      ["longitude", -180.1],
      ["radius", 0],
    ] as const) {
      const query = { latitude: 0, longitude: 0, radius: 1, [field]: value };
      expect(NearbyStations.safeParse(query).error?.issues[0]?.path).toEqual([field]);
    }
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { stationCells } from "@/db/schema/stations";
import { anonymous } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { everyPage, mostCounted } from "@/lib/core/pages";
import { makeContext } from "@/lib/process/wiring";
import { keepCells, readMapPlaces, searchStations } from "@/lib/sites/stations";
import { type MapPlaces, ReadMapPlaces, SearchStations } from "@/lib/sites/stations/schema";

import { testDatabase } from "../../../support/database";
import { makeManyStations, manyStations } from "../../../support/many-stations";
import { makeBusiness, makeStation, makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const guest = makeContext({ db, actor: anonymous, config: testConfig });
const worker = makeContext({ db, actor: jobActor("map-cells"), config: testConfig });
const { id: businessId } = await makeBusiness(db);
const search = (query: Record<string, string>, page = 1, limit = 20) =>
  searchStations(guest, { ...SearchStations.parse(query), page, limit });
const map = (query: Record<string, string>) => readMapPlaces(guest, ReadMapPlaces.parse(query));
const sum = ({ places }: MapPlaces) => places.reduce((total, { count }) => total + count, 0);

/** On both sides of Greenwich and of the equator, 20° wide. */
const edges = { west: -9.5, south: -9.5, size: 20 };
const n = Array.from({ length: manyStations }, (_, at) => at + 1).filter((n) => n % 100 !== 1);
const seen = n.length;
const ofBusiness = n.filter((n) => n % 3 === 0).length;
/** Words are found in any order and anywhere: 01230 to 01239, and 10123. */
const called = n.filter((n) => String(n).padStart(5, "0").includes("0123")).length;

beforeAll(() => makeManyStations(db, businessId, edges), 60_000);

describe("a list of more than are counted", () => {
  it("says that there are more, at least so many as its pages reach", async () => {
    const first = await search({});
    expect(first.items).toHaveLength(20);
    expect(first.total).toBe(mostCounted + 1);
    expect(first.items.every(({ bookable }) => bookable)).toBe(true);
    const names = first.items.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    const last = await search({}, Math.ceil(seen / 100), 100);
    expect(last.total).toBe(seen);
    expect(last.items).toHaveLength(seen % 100 || 100);
    expect((await search({}, 1_000)).items).toEqual([]);
  });

  it("counts exactly what is not more", async () => {
    expect((await search({ bookable: "true" })).total).toBe(ofBusiness);
    expect((await search({ bookable: "false" })).total).toBe(seen - ofBusiness);
    expect((await search({ type: "AC" })).total).toBe(n.filter((n) => n % 10 === 0).length);
    expect((await search({ search: "Many 0123" })).total).toBe(called);
  });

  it("is read to its end by who needs all of it", async () => {
    const all = await everyPage((page) =>
      searchStations(guest, { ...SearchStations.parse({}), ...page }),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(seen);
  }, 120_000);

  it("begins with what can be booked, where somebody runs it and has not closed it, and ends with the rest", async () => {
    const office = makeContext({
      db,
      actor: await makeUser(db, "Backoffice", { businessId }),
      config: testConfig,
    });
    const mine = SearchStations.parse({ mine: "true", sort: "bookable", search: "Many" });
    const found = await searchStations(office, { ...mine, page: 1, limit: 20 });
    expect(found.items.every(({ status }) => status === "Active")).toBe(true);
    const others = SearchStations.parse({ mine: "true", sort: "-bookable", search: "Many" });
    const { items } = await searchStations(office, { ...others, page: 1, limit: 20 });
    expect(items.every(({ status }) => status === "Inactive")).toBe(true);
    expect((await search({ sort: "-bookable" })).items.some(({ bookable }) => bookable)).toBe(
      false,
    );
  });

  it.each([{}, { sort: "name" }])(
    "counts without the table where its index has all that is asked: %j",
    async (asked) => {
      await db.execute(sql`vacuum analyze stations`);
      await db.transaction(async (tx) => {
        const ctx = makeContext({ db: tx, actor: anonymous, config: testConfig });
        await searchStations(ctx, { ...SearchStations.parse(asked), page: 1, limit: 20 });
        const [scans] = await tx.execute<{ table: number; index: number }>(
          sql`select pg_stat_get_xact_numscans('stations'::regclass)::int as table,
            pg_stat_get_xact_numscans('stations_shown_idx'::regclass)::int as index`,
        );
        expect(scans?.table).toBe(0);
        expect(scans?.index).toBeGreaterThan(0);
      });
    },
  );

  it("reads its first page in the order of an index", async () => {
    await db.transaction(async (tx) => {
      const ctx = makeContext({ db: tx, actor: anonymous, config: testConfig });
      await searchStations(ctx, {
        ...SearchStations.parse({ bookable: "true" }),
        page: 1,
        limit: 20,
      });
      const [scans] = await tx.execute<{ shown: number }>(
        sql`select pg_stat_get_xact_numscans('stations_shown_idx'::regclass)::int as shown`,
      );
      expect(scans?.shown).toBeGreaterThan(0);
    });
  });
});

describe("a map of more than are counted while somebody waits", () => {
  it("tells every station once, before and after the worker has counted them", async () => {
    const direct = await map({});
    expect(sum(direct)).toBe(seen);
    const { cells } = await keepCells(worker);
    expect(cells).toBeGreaterThan(1_000);
    const kept = await map({});
    expect(kept.extent).toEqual(direct.extent);
    for (const zoom of ["0", "1", "2", "3", "4", "5", "6", "9", "10", "11", "22"]) {
      const found = await map({ zoom });
      expect(sum(found), zoom).toBe(seen);
      expect(found.places.length, zoom).toBeLessThanOrEqual(1_000);
    }
  });

  it("stands by its stations' mean, as the direct way has it", async () => {
    const at = ({ lat, lng, count }: MapPlaces["places"][number]) =>
      `${lat.toFixed(4)} ${lng.toFixed(4)} ${count}`;
    const kept = (await map({ zoom: "4" })).places.map(at).toSorted();
    await db.delete(stationCells);
    const direct = (await map({ zoom: "4" })).places.map(at).toSorted();
    expect(kept).toEqual(direct);
    await keepCells(worker);
  });

  it("writes nothing where nothing changed, and what did where something has", async () => {
    expect(await keepCells(worker)).toEqual({ cells: 0 });
    const { id } = await makeStation(db, businessId, { latitude: 50.00001, longitude: 20.00001 });
    expect((await keepCells(worker)).cells).toBe(7);
    const far = (await map({ zoom: "6" })).places.find(({ lat }) => lat > 49);
    expect(far).toMatchObject({ count: 1, bookable: true, station: { id, free: null } });
    await db.execute(sql`update stations set status = 'Inactive' where id = ${id}`);
    expect((await keepCells(worker)).cells).toBe(7);
    expect(sum(await map({}))).toBe(seen);
  });

  it("keeps to its filters and its box, but for the cells that the box cuts", async () => {
    expect(sum(await map({ type: "DC" }))).toBe(seen - n.filter((n) => n % 10 === 0).length);
    // Less than what is counted at once is counted at once.
    expect(sum(await map({ bookable: "true" }))).toBe(ofBusiness);
    expect(sum(await map({ bbox: "-20,-20,20,20" }))).toBe(seen);
    expect(sum(await map({ bbox: "-10,-10,10.6,0", zoom: "5" }))).toBeLessThan(seen);
    expect(sum(await map({ search: "Many 0123" }))).toBe(called);
    expect((await map({ bbox: "100,0,110,10" })).places).toEqual([]);
  });

  it("is no map of the past where stations became few", async () => {
    await db.execute(sql`update stations set status = 'Inactive' where name > 'Many 04500'`);
    const { cells } = await keepCells(worker);
    expect(cells).toBeGreaterThan(0);
    expect(await db.$count(stationCells)).toBe(0);
    expect(sum(await map({}))).toBeLessThan(4_500);
  });
});

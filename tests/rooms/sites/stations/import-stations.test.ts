import { asc, count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { stationsCsv } from "@/db/seed/data";
import { audits } from "@/db/schema/audit";
import { schedules, slots } from "@/db/schema/schedules";
import { connectors, stations } from "@/db/schema/stations";
import type { Actor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { isAppError } from "@/lib/core/errors";
import { importStations, type ImportStations } from "@/lib/sites/stations";
import { findTariff } from "@/lib/money/tariffs/inside";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const as = (actor: Actor) => makeContext({ db, actor, clock, config: testConfig });
const admin = as(await makeUser(db, "SystemAdmin"));
const take = (input: ImportStations, ctx = admin) => importStations(ctx, input);

const header = stationsCsv().split("\n")[0] ?? "";
let serial = 900_000;

/** One line of the file; what is not named is that of a sound station. */
function line(over: Record<string, string> = {}): string {
  serial += 1;
  const fields: Record<string, string> = {
    ID: String(serial),
    "Station Name": "Pier",
    "Street Address": "1 Pier Street",
    City: "Albany",
    State: "NY",
    ZIP: "12207",
    Country: "US",
    Latitude: "42.6526",
    Longitude: "-73.7562",
    "Status Code": "E",
    "Groups With Access Code": "Public",
    "Access Days Time": "24 hours daily; customers only",
    "EV Level2 EVSE Num": "2",
    "EV DC Fast Count": "1",
    "EV Connector Types": "CHADEMO J1772 J1772COMBO",
    "EV Pricing": "$0.45 per kWh",
    ...over,
  };
  return header
    .split(",")
    .map((name) => fields[name] ?? "")
    .join(",");
}

const file = (...lines: string[]) => [header, ...lines].join("\n");
const keyOf = (text: string) => text.split(",")[0] ?? "";

async function stored(text: string) {
  const [station] = await db
    .select()
    .from(stations)
    .where(eq(stations.sourceId, keyOf(text)));
  if (!station) throw new Error(`No station ${keyOf(text)}`);
  const places = await db
    .select()
    .from(connectors)
    .where(eq(connectors.stationId, station.id))
    .orderBy(asc(connectors.number));
  return { ...station, places };
}

async function rowsOf(table: typeof stations | typeof audits | typeof slots | typeof connectors) {
  const [row] = await db.select({ count: count() }).from(table);
  return row?.count ?? 0;
}

describe("the real file", () => {
  it("is imported whole, and a second run writes no row", async () => {
    const first = await take({ source: stationsCsv() });
    expect(first.counts).toEqual({ created: 4_736, updated: 0, unchanged: 0, refused: 0 });
    const tables = [stations, audits, slots, connectors];
    const before = await Promise.all(tables.map(rowsOf));
    expect(before[0]).toBe(4_736);
    const second = await take({ source: stationsCsv() });
    expect(second.counts).toEqual({ created: 0, updated: 0, unchanged: 4_736, refused: 0 });
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
    const zones = await db.selectDistinct({ zone: stations.timeZone }).from(stations);
    expect(zones).toEqual([{ zone: "America/New_York" }]);
  }, 60_000);
});

describe("a station of the file", () => {
  it("has its connectors by level with OCPI's names, its price, and its hours as a note while listed", async () => {
    const text = line();
    await take({ source: file(text) });
    const station = await stored(text);
    expect(station).toMatchObject({
      businessId: null,
      type: "DC",
      address: "1 Pier Street, Albany, NY 12207",
      hoursNote: "24 hours daily; customers only",
      source: "afdc",
    });
    expect(station.places.map(({ number, standards }) => [number, standards])).toEqual([
      [1, ["IEC_62196_T1"]],
      [2, ["IEC_62196_T1"]],
      [3, ["CHADEMO", "IEC_62196_T1_COMBO"]],
    ]);
    expect(await findTariff(admin, station.id)).toMatchObject({ mode: "Energy", perKwhMinor: 45 });
  });

  it("gets a week and slots when a business takes it, and only an admin hands it over", async () => {
    const { id: businessId } = await makeBusiness(db);
    const office = as(await makeUser(db, "Backoffice", { businessId }));
    const text = line();
    await take({ source: file(text) });
    const refused = await take({ source: file(text) }, office);
    expect(refused.rows).toMatchObject([
      { outcome: "refused", why: expect.stringContaining("not yours") },
    ]);
    const taken = await take({ source: file(text), businessId });
    expect(taken.counts.updated).toBe(1);
    const station = await stored(text);
    expect(station).toMatchObject({ businessId, hoursNote: "customers only" });
    const [schedule] = await db.select().from(schedules).where(eq(schedules.stationId, station.id));
    expect(schedule?.weekly.sun).toEqual([{ start: "00:00", end: "24:00" }]);
    const built = await db.select().from(slots).where(eq(slots.stationId, station.id));
    expect(built.length).toBeGreaterThan(300);
    expect((await take({ source: file(text) }, office)).counts.unchanged).toBe(1);
    const { id: other } = await makeBusiness(db);
    expect((await take({ source: file(text), businessId: other })).counts.refused).toBe(1);
  });

  it("follows the source while listed, and keeps status, hours and price once a business runs it", async () => {
    const { id: businessId } = await makeBusiness(db);
    const text = line();
    await take({ source: file(text), businessId });
    const changed = text.replace(",Pier,", ",New Pier,").replace(",E,", ",T,");
    expect((await take({ source: file(changed) })).counts.updated).toBe(1);
    expect(await stored(text)).toMatchObject({ name: "New Pier", status: "Active" });
    const listed = line();
    await take({ source: file(listed) });
    await take({ source: file(listed.replace(",E,", ",T,")) });
    const followed = await stored(listed);
    expect(followed).toMatchObject({ status: "Maintenance" });
    const told = await db
      .select({ action: audits.action, from: audits.from, to: audits.to })
      .from(audits)
      .where(eq(audits.entityId, followed.id))
      .orderBy(audits.id);
    expect(told).toEqual([
      { action: "Import", from: null, to: "Active" },
      { action: "Import", from: "Active", to: "Maintenance" },
    ]);
  });

  it("is inactive when private or planned", async () => {
    const texts = [line({ "Groups With Access Code": "Private" }), line({ "Status Code": "P" })];
    await take({ source: file(...texts) });
    for (const text of texts) expect((await stored(text)).status).toBe("Inactive");
  });
});

describe("broken rows", () => {
  it("are told one by one and never stop the rest", async () => {
    const good = line();
    const twice = line();
    const lines: [string, string | null][] = [
      [line({ Latitude: "north" }), "latitude is no number"],
      [line({ Latitude: "95.5" }), "position"],
      [line({ Latitude: "0", Longitude: "0" }), "position is 0, 0"],
      [line({ "Station Name": "  " }), "name is empty"],
      [line({ "EV Level2 EVSE Num": "", "EV DC Fast Count": "" }), "no charging places"],
      [line({ "EV Level2 EVSE Num": "many" }), "no whole number"],
      [line({ "EV Connector Types": "SCHUKO" }), "SCHUKO"],
      [line({ "Status Code": "X" }), "status code"],
      [line({ ID: "" }), "no key"],
      ["1,2,3", "3 values"],
      [`${serial + 1},"an open quote`, "not valid CSV"],
      [line({ "Station Name": "NUL\0" }), "not valid CSV"],
      [twice, null],
      [twice, "before"],
      [good, null],
    ];
    const report = await take({ source: file(...lines.map(([text]) => text)) });
    expect(report.counts).toMatchObject({ created: 2, refused: lines.length - 2 });
    const told = report.rows.map(({ row, outcome, why }) => ({ row, outcome, why }));
    expect(told.toSorted((a, b) => a.row - b.row)).toEqual(
      lines.map(([, why], index) => ({
        row: index + 2,
        outcome: why === null ? "created" : "refused",
        why: why === null ? undefined : expect.stringContaining(why),
      })),
    );
    expect((await stored(good)).name).toBe("Pier");
  });

  it("a file that is none is refused whole", async () => {
    for (const source of ["", "name,place\na,b\n", "{}", "[1"]) {
      const refused = await take({ source }).catch((error: unknown) => error);
      expect(isAppError(refused, "import.unreadable"), source).toBe(true);
    }
  });

  it("a dry run tells the same and writes nothing", async () => {
    const before = await rowsOf(stations);
    const report = await take({ source: file(line(), line({ Latitude: "x" })), dryRun: true });
    expect(report).toMatchObject({ dryRun: true, counts: { created: 1, refused: 1 } });
    expect(await rowsOf(stations)).toBe(before);
  });

  it("reads the file as it was sent, with any line ends", async () => {
    for (const end of ["\r\n", "\n", "\r"]) {
      const texts = [line(), line({ "Station Name": `"Pier, ""North"""` })];
      const whole = `\uFEFF${file(...texts).replaceAll("\n", end)}`;
      const report = await take({ source: Buffer.from(whole) });
      expect(report.counts).toMatchObject({ created: 2, refused: 0 });
      expect((await stored(texts[1] ?? "")).name).toBe('Pier, "North"');
    }
  });
});

describe("OCPI Locations", () => {
  const location = (over: object = {}) => ({
    country_code: "NL",
    party_id: "ABC",
    id: `LOC${(serial += 1)}`,
    publish: true,
    name: "Gent Zuid",
    address: "F.Rooseveltlaan 3A",
    city: "Gent",
    postal_code: "9000",
    country: "BEL",
    coordinates: { latitude: "51.047599", longitude: "3.729944" },
    time_zone: "Europe/Brussels",
    opening_times: {
      twentyfourseven: false,
      regular_hours: [{ weekday: 1, period_begin: "08:00", period_end: "20:00" }],
    },
    evses: [
      {
        uid: "1",
        status: "AVAILABLE",
        connectors: [
          {
            id: "1",
            standard: "IEC_62196_T2",
            power_type: "AC_3_PHASE",
            max_voltage: 230,
            max_amperage: 16,
          },
        ],
      },
      {
        uid: "2",
        status: "INOPERATIVE",
        connectors: [
          {
            id: "1",
            standard: "IEC_62196_T2_COMBO",
            power_type: "DC",
            max_electric_power: 150_000,
          },
        ],
      },
      { uid: "3", status: "REMOVED", connectors: [] },
    ],
    ...over,
  });

  it("become stations with powers, states and weekly hours; the broken are told; again, nothing changes", async () => {
    const { id: businessId } = await makeBusiness(db);
    const good = location();
    const source = JSON.stringify({
      data: [
        good,
        location({ coordinates: { latitude: "x", longitude: "1.0" } }),
        location({ evses: [] }),
      ],
      status_code: 1000,
      timestamp: "2026-06-01T00:00:00Z",
    });
    const report = await take({ source, businessId });
    expect(report.rows).toMatchObject([
      { row: 1, key: `NL*ABC*${good.id}`, outcome: "created" },
      { outcome: "refused", why: expect.stringContaining("coordinates.latitude") },
      { outcome: "refused", why: expect.stringContaining("charging places") },
    ]);
    const station = await stored(`NL*ABC*${good.id},`);
    expect(station).toMatchObject({ type: "DC", timeZone: "Europe/Brussels" });
    expect(station.places).toMatchObject([
      { maxPowerW: 11_040, status: "Active" },
      { maxPowerW: 150_000, status: "OutOfOrder" },
    ]);
    const [schedule] = await db.select().from(schedules).where(eq(schedules.stationId, station.id));
    expect(schedule?.weekly).toMatchObject({ mon: [{ start: "08:00", end: "20:00" }], tue: [] });
    expect((await take({ source, businessId })).counts).toMatchObject({ unchanged: 1, refused: 2 });
  });

  it("keep hours that overlap as a note, and never stop the rest", async () => {
    const { id: businessId } = await makeBusiness(db);
    const times = (period_begin: string, period_end: string, weekday = 1) => ({
      weekday,
      period_begin,
      period_end,
    });
    const odd = location({
      opening_times: {
        twentyfourseven: false,
        regular_hours: [times("08:00", "12:00"), times("11:00", "18:00")],
      },
    });
    const night = location({
      opening_times: {
        twentyfourseven: false,
        regular_hours: [times("20:00", "06:00", 7), times("05:00", "18:00")],
      },
    });
    const good = location();
    const report = await take({ source: JSON.stringify([odd, night, good]), businessId });
    expect(report.counts).toMatchObject({ created: 3, refused: 0 });
    const notes = await Promise.all(
      [odd, night, good].map(async ({ id }) => (await stored(`NL*ABC*${id},`)).hoursNote),
    );
    expect(notes).toEqual([
      "Mon 08:00–12:00, 11:00–18:00",
      "Mon 05:00–18:00; Sun 20:00–06:00",
      null,
    ]);
  });
});

it("imports of one file for nobody and for a business at once make each station once", async () => {
  const { id: businessId } = await makeBusiness(db);
  const source = file(...Array.from({ length: 30 }, () => line()));
  const reports = await Promise.all([
    take({ source }),
    take({ source, businessId }, as(jobActor("import"))),
  ]);
  const created = reports.reduce((sum, { counts }) => sum + counts.created, 0);
  expect(created).toBe(30);
});

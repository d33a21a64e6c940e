import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";

import { scheduleExceptions, schedules, slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";

import { makeBusiness, makeUser, testStart } from "../../../support/world";
import { caseFile, importing } from "./importing";

// F1, F4, F6, F7, F8 and F12 of ../shared/cases/README.md: what OCPI Locations say.

const { db, clock, as, take, stored } = await importing();

const locationsIn = (name: string) => JSON.parse(caseFile(name).toString()) as Loose[];
type Loose = Record<string, unknown> & { evses: { connectors: Record<string, unknown>[] }[] };

/** One sound location of the cases, with what a test says of it. */
function location(id: string, over: object = {}): Loose {
  const [sound] = locationsIn("01-power-over-int4.json");
  if (!sound) throw new Error("There is no case 1.");
  return { ...structuredClone(sound), id, ...over };
}
const json = (...locations: object[]) => Buffer.from(JSON.stringify(locations));

async function daySlots(sourceId: string, from: string, to: string) {
  const { id } = await stored(sourceId);
  const all = await db.select().from(slots).where(eq(slots.stationId, id));
  const [first, last] = [new Date(from), new Date(to)];
  return all.filter(({ startsAt }) => startsAt >= first && startsAt < last);
}

afterEach(() => clock.set(testStart));

describe("F4, a broken row never stops the rest", () => {
  it("refuses a power no charger has by its place, and makes the other station", async () => {
    const report = await take({ source: caseFile("01-power-over-int4.json") });
    expect(report.rows).toMatchObject([
      { key: "NL*TST*HO-over1", outcome: "created" },
      {
        key: "NL*TST*HO-over2",
        outcome: "refused",
        code: "power",
        why: "evses.0.connectors.0.max_electric_power: Use watts, 2,000 kW at most.",
      },
    ]);
    expect((await stored("NL*TST*HO-over1")).places).toMatchObject([{ maxPowerW: 11_040 }]);
  });

  it.each<[object, number | null, string | undefined]>([
    [{ max_electric_power: 22 }, 22_000, "note_kilowatts"],
    [{ max_electric_power: 22_000 }, 22_000, undefined],
    [{ max_electric_power: "150000" }, 150_000, undefined],
    [
      { max_electric_power: 690, max_voltage: 230, max_amperage: 3, power_type: "AC_1_PHASE" },
      690,
      undefined,
    ],
    [{ max_electric_power: 0 }, 11_040, undefined],
    [{ max_electric_power: null, max_voltage: 400, max_amperage: 32 }, 22_170, undefined],
    [{ max_voltage: null, max_amperage: null, voltage: 230, amperage: 32 }, 22_080, undefined],
    [{ max_voltage: null, max_amperage: null }, null, undefined],
  ])("reads %j as %s W", async (over, watts, note) => {
    const one = location(`W${Math.random()}`);
    Object.assign(one.evses[0]?.connectors[0] ?? {}, over);
    const { rows } = await take({ source: json(one) });
    expect(rows).toMatchObject([{ outcome: "created", ...(note && { notes: [{ code: note }] }) }]);
    if (!note) expect(rows[0]?.notes).toBeUndefined();
    const [place] = (await stored(`NL*TST*${String(one.id)}`)).places;
    expect(place?.maxPowerW).toBe(watts);
  });

  it("bounds what volts and amperes come to", async () => {
    const one = location("HO-amps");
    Object.assign(one.evses[0]?.connectors[0] ?? {}, { max_voltage: 1e9, max_amperage: 1e9 });
    const { rows } = await take({ source: json(one) });
    expect(rows[0]?.why).toContain("evses.0.connectors.0.max_amperage: Use watts");
  });

  it("whatever the database refuses, the row is told and every other is kept", async () => {
    await db.execute(`alter table stations add constraint unlucky check (name not like '%13%')`);
    try {
      const rows = Array.from({ length: 20 }, (_, index) =>
        location(`HO-sql${index}`, { name: `Kade sql ${index}` }),
      );
      const report = await take({ source: json(...rows) });
      expect(report.counts).toMatchObject({ created: 19, refused: 1 });
      expect(report.rows[13]).toMatchObject({ row: 14, code: "row_not_kept" });
      expect(report.rows[13]?.why).toBe("It could not be stored. The other rows were.");
      expect(report.rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
    } finally {
      await db.execute(`alter table stations drop constraint unlucky`);
    }
  });
});

describe("F6, a wire format is read as its users write it", () => {
  it("takes null for absent where a field may be absent", async () => {
    const report = await take({ source: caseFile("02-null-optionals.json") });
    expect(report.rows).toMatchObject([
      { key: "NL*TST*HO-null1", outcome: "created" },
      { key: "NL*TST*HO-null2", outcome: "created" },
      { key: "NL*TST*HO-null3", outcome: "created" },
      { key: "NL*TST*HO-null4", outcome: "refused", why: "It has no charging places." },
    ]);
    expect((await stored("NL*TST*HO-null1")).name).toBe("Kade null1");
    expect((await stored("NL*TST*HO-null3")).network).toBe("Stroom");
  });

  it.each([
    ["52", "5"],
    [52, 5],
    ["52.0", 5.0],
    [" 52.5 ", "-5.25"],
  ])("reads %j, %j as degrees", async (latitude, longitude) => {
    const id = `D${Math.random()}`;
    const { counts } = await take({
      source: json(location(id, { coordinates: { latitude, longitude } })),
    });
    expect(counts.created).toBe(1);
    expect(await stored(`NL*TST*${id}`)).toMatchObject({
      latitude: Number(latitude),
      longitude: Number(longitude),
    });
  });

  it("reads whole degrees, numbers for texts and texts for numbers, words in any case", async () => {
    expect((await take({ source: caseFile("08-whole-degrees.json") })).counts.created).toBe(1);
    const odd = location("7", { id: 7, publish: "true", postal_code: 4001, time_zone: "" });
    const [evse] = odd.evses;
    Object.assign(evse ?? {}, { status: "available" });
    Object.assign(evse?.connectors[0] ?? {}, { standard: "iec_62196_t2", max_voltage: "230" });
    expect((await take({ source: json(odd) })).rows).toMatchObject([{ outcome: "created" }]);
    const station = await stored("NL*TST*7");
    expect(station).toMatchObject({ status: "Active", address: "Kade over1, Tiel, 4001" });
    expect(station.places).toMatchObject([{ standards: ["IEC_62196_T2"], maxPowerW: 11_040 }]);
  });

  it("tells everything that is wrong with a location, in words of ours", async () => {
    const broken = {
      id: "",
      address: 5,
      coordinates: { latitude: "x" },
      publish: "perhaps",
      evses: {},
    };
    const { rows } = await take({ source: json(broken) });
    expect(rows[0]?.why).toBe(
      "id: Must not be empty. publish: Must be true or false. coordinates.latitude: Use degrees, such as 51.047599. " +
        "coordinates.longitude: Use degrees, such as 51.047599. evses: Must be a list.",
    );
    const nothing = await take({ source: Buffer.from("[null, 5, {}]") });
    expect(nothing.rows.map(({ why }) => why)).toEqual([
      "location: Must be an object.",
      "location: Must be an object.",
      expect.stringContaining("id: Must be given."),
    ]);
  });
});

describe("F7, an inclusive last minute", () => {
  it("of every hour means the minute after it", async () => {
    const { id: businessId } = await makeBusiness(db);
    await take({ source: caseFile("06-hours-to-2359.json"), businessId });
    const monday = ["2026-06-07T22:00:00Z", "2026-06-08T22:00:00Z"] as const;
    expect(await daySlots("NL*TST*HO-2359", ...monday)).toHaveLength(24);
    expect(await daySlots("NL*TST*HO-2259", ...monday)).toHaveLength(17);
  });

  const opened = (period_begin: string, period_end: string) =>
    location(`H${Math.random()}`, {
      opening_times: { regular_hours: [{ weekday: 1, period_begin, period_end }] },
    });

  it.each([
    ["00:00", "23:59", "00:00", "24:00"],
    ["00:00", "24:00", "00:00", "24:00"],
    ["00:00", "00:00", "00:00", "24:00"],
    ["7:00", "22:59:59", "07:00", "23:00"],
    ["08:00", "16:29", "08:00", "16:30"],
    ["22:00", "05:59", "22:00", "06:00"],
    ["08:00", "17:20", "08:00", "17:20"],
  ])("%s to %s is %s to %s", async (begin, end, start, until) => {
    const { id: businessId } = await makeBusiness(db);
    const one = opened(begin, end);
    expect((await take({ source: json(one), businessId })).counts.created).toBe(1);
    const { id } = await stored(`NL*TST*${String(one.id)}`);
    const [schedule] = await db.select().from(schedules).where(eq(schedules.stationId, id));
    expect(schedule?.weekly.mon).toEqual([{ start, end: until }]);
  });

  it.each([
    ["00:00", "24:30", "period_end: Use a time such as 18:00, or 24:00 for the end of the day."],
    ["24:00", "24:00", "period_begin: Use a time such as 08:00."],
    ["8 am", "18:00", "period_begin: Use a time such as 08:00."],
  ])("%s to %s is refused", async (begin, end, why) => {
    const { rows } = await take({ source: json(opened(begin, end)) });
    expect(rows[0]?.why).toBe(`opening_times.regular_hours.0.${why}`);
  });
});

describe("F8, what stands against the week", () => {
  it("an exceptional closing closes its date, and no slot is sold on it", async () => {
    clock.set(new Date("2026-11-20T12:00:00Z"));
    const { id: businessId } = await makeBusiness(db);
    const source = caseFile("07-exceptional-closing.json");
    const { rows } = await take({ source, businessId });
    expect(rows).toEqual([{ row: 1, key: "NL*TST*HO-exc", outcome: "created" }]);
    const { id } = await stored("NL*TST*HO-exc");
    const kept = await db
      .select()
      .from(scheduleExceptions)
      .where(eq(scheduleExceptions.stationId, id));
    expect(kept).toEqual([
      { stationId: id, on: "2026-12-02", closed: true, reason: null, windows: [] },
    ]);
    const sold = await daySlots("NL*TST*HO-exc", "2026-12-01T23:00:00Z", "2026-12-02T23:00:00Z");
    expect(sold).toEqual([]);
    expect(
      await daySlots("NL*TST*HO-exc", "2026-12-02T23:00:00Z", "2026-12-03T23:00:00Z"),
    ).toHaveLength(24);
    // The hours are the business's now, so it is told of what the source says.
    const again = await take({ source, businessId });
    expect(again.rows).toMatchObject([
      { outcome: "unchanged", notes: [{ code: "note_exceptions_kept" }] },
    ]);
    expect(again.rows[0]?.notes?.[0]?.text).toContain("2026-12-02");
  });

  it("of a listed station it stands among its hours until it is over", async () => {
    clock.set(new Date("2026-11-20T12:00:00Z"));
    const [closing] = locationsIn("07-exceptional-closing.json");
    const source = json({ ...closing, id: "HO-exc2" });
    await take({ source });
    const note = (await stored("NL*TST*HO-exc2")).hoursNote;
    expect(note).toContain("Closed 2026-12-02 00:00–24:00");
    clock.set(new Date("2026-12-04T12:00:00Z"));
    await take({ source });
    expect((await stored("NL*TST*HO-exc2")).hoursNote).not.toContain("Closed");
  });

  it("planned changes of state, hours it cannot read and fields it does not keep are told", async () => {
    const one = location("HO-plan", {
      opening_times: {
        twentyfourseven: true,
        exceptional_closings: [{ period_begin: "soon", period_end: "later" }],
      },
      directions: [{ language: "en", text: "Behind the mill" }],
      images: [],
      energy_mix: null,
    });
    Object.assign(one.evses[0] ?? {}, {
      status_schedule: [{ period_begin: "2026-07-01T00:00:00Z", status: "REMOVED" }],
      capabilities: ["RFID_READER"],
    });
    const report = await take({ source: json(one) });
    expect(report.rows[0]?.notes?.map(({ text }) => text)).toEqual([
      "These exceptional hours could not be read: soon – later.",
      "Planned changes of state are not kept: 1 REMOVED – 2026-07-01T00:00:00Z.",
    ]);
    expect(report.notes).toEqual([
      {
        code: "note_unread",
        text: "The file also holds these, which are not kept: directions, evses.capabilities, evses.connectors.format.",
      },
    ]);
  });

  it("expected dates, directions and what else a row says are in the description", async () => {
    const header =
      "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num,Status Code,Expected Date,Intersection Directions,EV Other Info,Open Date";
    const row = (id: string, status: string) =>
      `${id},Pier,1 Quay,Utica,NY,13501,US,43.1,-75.23,2,${status},2026-09-01,Behind the mill,Two cables,2020-01-01`;
    const source = [header, row("E1", "P"), row("E2", "T")].join("\n");
    const report = await take({ source });
    expect(report.notes.map(({ text }) => text)).toEqual([
      "The file also holds these, which are not kept: Open Date.",
    ]);
    expect(await stored("E1")).toMatchObject({
      status: "Inactive",
      description: "Expected to open: 2026-09-01\nDirections: Behind the mill\nAlso: Two cables",
    });
    expect((await stored("E2")).description).toContain("Expected to be back: 2026-09-01");
  });
});

describe("F12, keys are a party's or a business's", () => {
  it("two businesses each have a station 1, and each finds its own again", async () => {
    const offices = await Promise.all(
      [0, 1].map(async () => {
        const { id: businessId } = await makeBusiness(db);
        return { businessId, ctx: as(await makeUser(db, "Backoffice", { businessId })) };
      }),
    );
    const { country_code: _country, party_id: _party, ...bare } = location("1");
    for (const { ctx } of offices) {
      expect((await take({ source: json(bare) }, ctx)).counts.created).toBe(1);
      expect((await take({ source: json(bare) }, ctx)).counts.unchanged).toBe(1);
    }
    const rows = await db.select().from(stations).where(eq(stations.sourceId, "1"));
    expect(rows.map(({ businessId }) => businessId).toSorted()).toEqual(
      offices.map(({ businessId }) => businessId).toSorted(),
    );
  });

  it("one that an admin listed without a party is handed over, and found by both from then on", async () => {
    const { id: businessId } = await makeBusiness(db);
    const office = as(await makeUser(db, "Backoffice", { businessId }));
    const { country_code: _country, party_id: _party, ...bare } = location("handed");
    await take({ source: json(bare) });
    expect((await take({ source: json(bare), businessId })).counts.updated).toBe(1);
    expect((await take({ source: json(bare) }, office)).counts.unchanged).toBe(1);
    expect((await take({ source: json(bare) })).counts.unchanged).toBe(1);
  });

  it("another station of the same bare id is refused, not written over", async () => {
    const { country_code: _country, party_id: _party, ...bare } = location("elsewhere");
    await take({ source: json(bare) });
    const far = { ...bare, coordinates: { latitude: "52.1", longitude: "5.4" } };
    expect((await take({ source: json(far) })).rows).toMatchObject([{ code: "row_elsewhere" }]);
  });

  it("ids that differ by case are one, in a file and between files", async () => {
    const first = await take({ source: json(location("Quay-A"), location("QUAY-a")) });
    expect(first.rows).toMatchObject([{ outcome: "created" }, { code: "row_twice" }]);
    const again = await take({ source: json(location("quay-a", { country_code: "nl" })) });
    expect(again.counts).toMatchObject({ created: 0, unchanged: 1 });
    const kept = await db.select().from(stations).where(like(stations.sourceId, "NL*TST*Quay%"));
    expect(kept).toHaveLength(1);
  });

  it("a party's station stays its own, whoever imports the file", async () => {
    const [one, other] = await Promise.all([makeBusiness(db), makeBusiness(db)]);
    const source = json(location("owned"));
    await take({ source, businessId: one?.id ?? "" });
    const office = as(await makeUser(db, "Backoffice", { businessId: other?.id ?? "" }));
    expect((await take({ source }, office)).rows).toMatchObject([{ code: "row_not_yours" }]);
  });
});

it("F1: a former zone is stored under its present name", async () => {
  await take({ source: caseFile("05-zone-unknown-to-postgres.json") });
  expect((await stored("NL*TST*HO-zone")).timeZone).toBe("America/Los_Angeles");
});

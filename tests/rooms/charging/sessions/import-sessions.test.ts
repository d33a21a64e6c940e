import { sql as raw } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { pastSessionsCsv, siteCsv } from "@/db/seed/data";
import { importSessions } from "@/lib/charging/sessions";
import { jobActor } from "@/lib/core/job-actor";
import { checkInvariants } from "@/lib/process/check-invariants";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { testClockAt } from "../../../support/test-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const context = { db, clock: testClockAt(testStart), config: testConfig };
const ctx = makeContext({ ...context, actor: jobActor("import") });
const sites = siteCsv();
const timeZone = "Europe/London";

const header = "_id,CP ID,Connector,Start Date,Start Time,End Date,End Time,Total kWh,Site,Model\n";
const line = (cells: {
  cp?: string;
  day?: string;
  from?: string;
  endDay?: string;
  to?: string;
  kWh?: string;
  site?: string;
}) => {
  const { cp = "51516", day = "2019-03-20", from = "10:00", to = "11:00", kWh = "7.5" } = cells;
  const { endDay = day, site = "Mill Street, Perth" } = cells;
  return `1,${cp},1,${day}T00:00:00,${from},${endDay}T00:00:00,${to},${kWh},"${site}",Model\n`;
};

async function load(lines: string, options: { businessId?: string; perKwh?: string } = {}) {
  const businessId = options.businessId ?? (await makeBusiness(db)).id;
  const pricing = options.perKwh && { mode: "Energy" as const, perKwh: options.perKwh };
  const input = { source: header + lines, businessId, sites, timeZone };
  return {
    businessId,
    report: await importSessions(ctx, { ...input, ...(pricing && { pricing }) }),
  };
}

const stored = (businessId: string) =>
  db.execute<Record<string, unknown>>(raw`
    select s.started_at, s.ended_at, s.energy_wh::int, s.total_minor::int, s.status, b.status as booking,
      b.origin, b.owner_id, b.ends_at > b.starts_at as lasts, c.number
    from sessions s join bookings b on b.id = s.booking_id join connectors c on c.id = s.connector_id
    where s.business_id = ${businessId} order by s.started_at, c.number`);

describe("a file of past sessions", () => {
  it("becomes completed walk-ups, each with its session, free where no price is named", async () => {
    const { businessId, report } = await load(
      line({}) + line({ cp: "50839", from: "12:00", to: "12:00" }),
    );
    expect(report).toMatchObject({ read: 2, imported: 2, refused: 0, duplicates: 0 });
    expect([...(await stored(businessId))]).toMatchObject([
      {
        energy_wh: 7_500,
        total_minor: 0,
        status: "Completed",
        booking: "Completed",
        origin: "WalkUp",
        owner_id: null,
        number: 1,
      },
      { lasts: true, number: 2 },
    ]);
  });

  it("is priced by the rules of tariffs where a price is named", async () => {
    const { businessId } = await load(line({ kWh: "10.001" }), { perKwh: "0.30" });
    expect((await stored(businessId))[0]).toMatchObject({ total_minor: 300 });
  });

  it("tells each refused row by its line, and counts every row once", async () => {
    const lines = [
      line({}),
      line({}),
      line({ kWh: "-0.001" }),
      line({ from: "11:00", to: "10:59" }),
      line({ to: "", kWh: "" }),
      line({ day: "2019-02-30" }),
      line({ cp: "51261", site: "***TEST SITE***" }),
      "1,2,3\n",
    ];
    const { report } = await load(lines.join(""));
    expect(report).toMatchObject({ read: 8, imported: 1, refused: 6, duplicates: 1 });
    expect(report.rows.map(({ row, why }) => `${row} ${why}`)).toEqual([
      "4 -0.001 is no energy from 0 to 1000 kWh.",
      "5 It ends before it starts.",
      "6 Nothing stands in end_time, total_kwh.",
      "7 Its times cannot be read.",
      "8 The business has no station called ***TEST SITE***, and nothing says where it is.",
      "9 The line has 3 values, the header has 10 columns.",
    ]);
  });

  it("is read by the clocks of its zone over their change", async () => {
    // The clocks went forward on 31 March 2019 at 01:00 and back on 27 October at 02:00.
    const spring = line({ day: "2019-03-31", from: "00:30", to: "02:30" });
    const autumn = line({ day: "2019-10-27", from: "00:30", to: "02:30" });
    const { businessId } = await load(spring + autumn);
    const hours = (await stored(businessId)).map(
      (row) => (Date.parse(String(row.ended_at)) - Date.parse(String(row.started_at))) / 3_600_000,
    );
    expect(hours).toEqual([1, 3]);
  });

  it("puts day and month right where the rows' order shows that they are exchanged", async () => {
    const ordered = ["2019-02-28", "2019-01-03", "2019-02-03", "2019-03-03", "2019-04-03"];
    const { report, businessId } = await load(ordered.map((day) => line({ day })).join(""));
    expect(report.exchanged).toBe(true);
    expect((await stored(businessId)).map((row) => String(row.started_at).slice(0, 10))).toEqual([
      "2019-02-28",
      "2019-03-01",
      "2019-03-02",
      "2019-03-03",
      "2019-03-04",
    ]);
  });

  it("is read as it is written where its rows are in no order", async () => {
    const days = [
      "2019-05-02",
      "2019-01-08",
      "2019-11-03",
      "2019-02-10",
      "2019-09-01",
      "2019-03-12",
    ];
    const { report, businessId } = await load(days.map((day) => line({ day })).join(""));
    expect(report.exchanged).toBe(false);
    expect((await stored(businessId)).map((row) => String(row.started_at).slice(0, 10))).toEqual(
      days.toSorted(),
    );
  });

  it("refuses slips of a year, what is still to come, and stays of more than a month", async () => {
    const lines = [
      line({}),
      line({ day: "0000-03-20" }),
      line({ day: "0201-03-20" }),
      line({ endDay: "2027-03-20" }),
      line({ day: "2999-03-20" }),
      line({ endDay: "2019-04-21" }),
      line({ cp: "2", endDay: "2019-04-20", to: "10:00" }),
    ];
    const { report } = await load(lines.join(""));
    expect(report.rows.map(({ row, why }) => `${row} ${why}`)).toEqual([
      "3 Its times cannot be read.",
      "4 Its times cannot be read.",
      "5 It ends in a time that is still to come.",
      "6 Its times cannot be read.",
      "7 It lasts longer than 31 days.",
    ]);
    expect(report).toMatchObject({ read: 7, imported: 2, refused: 5 });
  });

  it("refuses the rows of a site that can be no station, and takes the others", async () => {
    const long = "Car park ".repeat(20).trim();
    const { id: businessId } = await makeBusiness(db);
    const report = await importSessions(ctx, {
      source: header + line({}) + line({ cp: "7", site: long }),
      businessId,
      sites: `${sites.trimEnd()}\n"${long}",56.39,-3.43\n`,
      timeZone,
    });
    expect(report).toMatchObject({ imported: 1, refused: 1 });
  });

  it("is for commands alone", async () => {
    const { id: businessId } = await makeBusiness(db);
    for (const role of ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const) {
      const actor = await makeUser(db, role, { businessId });
      const asked = importSessions(makeContext({ ...context, actor }), {
        source: header,
        businessId,
        sites,
      });
      await expect(asked).rejects.toMatchObject({ code: "request.forbidden" });
    }
  });

  it("is refused whole without its columns", async () => {
    const { id: businessId } = await makeBusiness(db);
    await expect(
      importSessions(ctx, { source: "a,b\n1,2\n", businessId, sites }),
    ).rejects.toMatchObject({
      code: "import.unreadable",
    });
  });
});

/**
 * The file's own sums, reckoned here by other means than the import's: a line is split by hand, its dates put right,
 * and what has no end, no energy, or an end before its start is left out.
 */
function ownSums() {
  const months = new Map<string, number>();
  const places = new Map<string, number>();
  const sums = { sessions: 0, energyWh: 0, left: 0, read: 0 };
  for (const text of pastSessionsCsv().trim().split("\n").slice(1)) {
    sums.read += 1;
    const cells = /^\d+,\d+,\d,([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),(?:"([^"]*)"|([^,]*)),/.exec(
      text.trim(),
    );
    const [, startDay = "", startTime, endDay = "", endTime, kWh, quoted, bare] = cells ?? [];
    const [start, end] = [right(startDay) + startTime, right(endDay) + endTime];
    const site = quoted ?? bare ?? "";
    if (!endTime || !kWh || Number(kWh) < 0 || end < start || site.includes("TEST SITE")) {
      sums.left += 1;
      continue;
    }
    const energyWh = Math.round(Number(kWh) * 1_000);
    sums.sessions += 1;
    sums.energyWh += energyWh;
    months.set(start.slice(0, 7), (months.get(start.slice(0, 7)) ?? 0) + energyWh);
    places.set(site, (places.get(site) ?? 0) + energyWh);
  }
  return { ...sums, months: Object.fromEntries(months), places: Object.fromEntries(places) };
}

const right = (day: string) =>
  Number(day.slice(8, 10)) <= 12
    ? `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)} `
    : `${day.slice(0, 10)} `;

it("keeps the year of Perth & Kinross to its last watt-hour, and a second run adds nothing", async () => {
  const { id: businessId } = await makeBusiness(db, "Tay Valley");
  const input = { source: pastSessionsCsv(), businessId, sites, timeZone };
  const began = performance.now();
  const report = await importSessions(ctx, input);
  console.log(`imported in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const own = ownSums();
  expect(own.read).toBe(32_711);
  expect(report).toMatchObject({
    read: own.read,
    imported: own.sessions,
    refused: own.left,
    duplicates: 0,
    exchanged: true,
  });
  const groups = async (by: ReturnType<typeof raw>) => {
    const rows = await db.execute<{ key: string; wh: number }>(raw`
      select ${by} as key, sum(s.energy_wh)::int as wh
      from sessions s join stations t on t.id = s.station_id where s.business_id = ${businessId} group by 1`);
    return Object.fromEntries(rows.map(({ key, wh }) => [key, wh]));
  };
  expect(await groups(raw`'all'`)).toEqual({ all: own.energyWh });
  expect(await groups(raw`t.name`)).toEqual(own.places);
  expect(await groups(raw`to_char(s.started_at at time zone 'Europe/London', 'YYYY-MM')`)).toEqual(
    own.months,
  );
  expect(Object.keys(own.months)).toHaveLength(12);

  const again = await importSessions(ctx, input);
  expect(again).toMatchObject({ imported: 0, refused: own.left, duplicates: own.sessions });
  expect(await groups(raw`'all'`)).toEqual({ all: own.energyWh });
}, 120_000);

it("leaves every invariant true", async () => {
  const checked = await checkInvariants(makeContext({ ...context, actor: jobActor("invariants") }));
  // The businesses of this test were put into their table by hand.
  const broken = checked.filter(
    ({ name, differences }) => !/^businesses|^users/.test(name) && differences.length > 0,
  );
  expect(broken).toEqual([]);
}, 60_000);

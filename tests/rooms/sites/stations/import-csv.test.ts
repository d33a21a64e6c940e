import { asc, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { stations } from "@/db/schema/stations";
import { findTariff } from "@/lib/money/tariffs/inside";

import { caseFile, importing } from "./importing";

// F9, F10, F26 and F29 of ../shared/cases/README.md: files as they are saved, and what CSV says.

const { db, admin, take, stored } = await importing();

describe("F9, bytes that become text", () => {
  it("Windows-1252 is read as what it is, and the report says so", async () => {
    const report = await take({ source: caseFile("09-windows-1252.csv") });
    expect(report.counts.created).toBe(1);
    expect(report.notes).toMatchObject([{ code: "note_encoding" }]);
    expect((await stored("HO9")).name).toBe("Café Nuñez");
  });

  it.each(["utf16le", "utf16be"])("%s is read, with its mark and without", async (encoding) => {
    for (const mark of ["\uFEFF", ""]) {
      const id = `U${Math.random()}`;
      const text = caseFile("09-windows-1252.csv").toString("latin1").replace("HO9", id);
      const bytes = Buffer.from(mark + text, "utf16le");
      if (encoding === "utf16be") bytes.swap16();
      const report = await take({ source: bytes });
      expect(report.counts.created, mark).toBe(1);
      expect((await stored(id)).name).toBe("Café Nuñez");
    }
  });

  it.each([
    [
      "Cyrillic in one byte a letter",
      Buffer.concat([
        Buffer.from("ID,Station Name\n1,"),
        Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
      ]),
      "no encoding",
    ],
    [
      "UTF-8 with a fault",
      Buffer.concat([Buffer.from("ID,Station Name\n1,Café "), Buffer.from([0xff])]),
      "no encoding",
    ],
    [
      "a picture",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "no encoding",
    ],
    ["a spreadsheet", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "spreadsheet"],
  ])("%s is refused, saying so", async (_name, source, why) => {
    await expect(take({ source })).rejects.toThrow(why);
  });
});

describe("F10, F26, CSV as people send it", () => {
  it("tells as many rows as were sent where two of them have an inch mark", async () => {
    const report = await take({ source: caseFile("10-two-inch-marks.csv") });
    expect(report.rows.map(({ row, key, outcome }) => [row, key, outcome])).toEqual(
      [101, 102, 103, 104, 105].map((id, index) => [index + 2, `HO${id}`, "created"]),
    );
    expect((await stored("HO102")).name).toBe('Joe 6" Garage');
  });

  const header = "ID,Station Name,Street Address,City,Latitude,Longitude,EV Level2 EVSE Num";
  const row = (id: string, name: string) => `${id},${name},3 Lock St,Utica,43.1,-75.23,2`;

  it("a quote that opens and does not close gives up its own row alone", async () => {
    const source = [
      header,
      row("Q1", "Fine"),
      row("Q2", '"Joe Garage'),
      row("Q3", "Fine, too".replace(",", "")),
      row("Q4", '"Max Garage'),
      row("Q5", '"Two\nlines"'),
      row("Q6", '"6" Garage"'),
    ].join("\n");
    const { rows } = await take({ source });
    expect(rows.map(({ row, key, outcome }) => [row, key, outcome])).toEqual([
      [2, "Q1", "created"],
      [3, null, "refused"],
      [4, "Q3", "created"],
      [5, null, "refused"],
      [6, "Q5", "created"],
      [8, "Q6", "created"],
    ]);
    expect((await stored("Q5")).name).toBe("Two lines");
  });

  it.each([
    ["sep=;", ";"],
    ["", ";"],
    ["", "\t"],
    ["SEP=|", "|"],
  ])("reads %j and values parted by %j, and passes over empty rows", async (first, sign) => {
    const id = `S${Math.random()}`;
    const lines = [header, row(id, "Kiosk"), ",,,,,,", "", ",,"].map((line) =>
      line.replaceAll(",", sign).replace("43.1", "43,1").replace("-75.23", "-75,23"),
    );
    const source = (first ? [first, ...lines] : lines).join("\r\n");
    const report = await take({ source });
    expect(report.rows).toEqual([{ row: first ? 3 : 2, key: id, outcome: "created" }]);
    expect(await stored(id)).toMatchObject({ latitude: 43.1, longitude: -75.23 });
  });

  it("everything that is wrong with a row is told at once, by its columns' names", async () => {
    const { rows } = await take({ source: `${header}\n,,,,north,-75.23,many\nR0,Pier,,,95,0,0` });
    expect(rows.map(({ why }) => why)).toEqual([
      "It has no key of its own. The name is empty. The address is empty. The latitude is no number. EV Level2 EVSE Num is no whole number.",
      "The address is empty. The position is no latitude and longitude. It has no charging places.",
    ]);
  });

  it("a row without its last values is told in plain words", async () => {
    const { rows } = await take({
      source: [header, "R1,Pier,1 Quay", `${row("R2", "Pier")},,`].join("\n"),
    });
    expect(rows).toMatchObject([
      { why: "The line has 3 values, the header has 7 columns." },
      { key: "R2", outcome: "created" },
    ]);
  });
});

it("F29: a price with a condition stays words", async () => {
  await take({ source: caseFile("11-conditional-price.csv") });
  const kept = await db
    .select()
    .from(stations)
    .where(like(stations.sourceId, "HO11%"))
    .orderBy(asc(stations.sourceId));
  expect(kept.map(({ description }) => description)).toEqual([
    "Price: $1.00 per hour; first 2 hours free",
    "Price: $0.35 per kWh; free 10pm-6am",
    "Price: $0.30 per kWh; 0.35 after 5pm",
  ]);
  for (const { id } of kept) expect(await findTariff(admin, id)).toBeNull();
});

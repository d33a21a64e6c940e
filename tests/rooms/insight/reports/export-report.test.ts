import { inflateRawSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { exportReport } from "@/lib/insight/reports";
import { ExportReport, reportName, type ReportFormat } from "@/lib/insight/reports/schema";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace } from "./setting";

const { db } = await testDatabase();
const place = await makePlace(db, "Hudson");
const trap = await addStation(db, place.businessId, { name: "=HYPERLINK(1)" });
await addSession(db, place, "2026-05-12T18:00:00Z", {
  totalMinor: 1_234,
  taxMinor: 34,
  energyWh: 18_201,
});
await addSession(db, trap, "2026-05-13T18:00:00Z", { totalMinor: 5, energyWh: 1 });
await addSession(db, trap, "2026-05-13T19:00:00Z", {
  totalMinor: 500,
  currency: "JPY",
  energyWh: 2,
});
await addBooking(db, place, "2026-05-12T08:00:00Z", "NoShow");
const office = as(db, place.office);

const file = (query: object, format: ReportFormat) =>
  exportReport(
    office,
    ExportReport.parse({ from: "2026-05-12", to: "2026-05-13", ...query }),
    format,
  );

/** The sheet's own XML and its texts, as its archive (APPNOTE.TXT 4.3.12) has them. */
async function sheetOf(query: object): Promise<string> {
  const archive = Buffer.from((await file(query, "xlsx")).content);
  const texts: string[] = [];
  for (let at = archive.indexOf("PK\u0001\u0002", 0, "latin1"); at >= 0;) {
    const [method, packed, named] = [10, 20, 28].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString("utf8", at + 46, at + 46 + (named ?? 0));
    const header = archive.readUInt32LE(at + 42);
    const from =
      header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const bytes = archive.subarray(from, from + (packed ?? 0));
    if (/sheet1|sharedStrings/.test(name)) {
      texts.push((method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    }
    at = archive.indexOf("PK\u0001\u0002", at + 46, "latin1");
  }
  return texts.join("");
}

describe("a report as a file", () => {
  it("is CSV with titles in words and amounts as plain decimals, one line a currency", async () => {
    const { content, headers } = await file({ report: "revenue" }, "csv");
    expect(String(content).split("\r\n")).toEqual([
      "\uFEFFDay,Sessions,kWh,Revenue,Tax,Currency",
      "2026-05-12,1,18.201,12.34,0.34,USD",
      "2026-05-13,2,0.003,500,0,JPY",
      "2026-05-13,,,0.05,0.00,USD",
      "All,3,18.204,500,0,JPY",
      "All,,,12.39,0.34,USD",
      "",
    ]);
    expect(headers["Content-Disposition"]).toContain("revenue-2026-05-12-2026-05-13.csv");
  });

  it("says 0 of a day without sessions, in the currency of the others, or in none", async () => {
    const lines = async (from: string) =>
      String((await file({ report: "revenue", from, to: from }, "csv")).content).split("\r\n");
    const both = String(
      (await file({ report: "revenue", from: "2026-05-11", to: "2026-05-12" }, "csv")).content,
    );
    expect(both).toContain("\r\n2026-05-11,0,0,0.00,0.00,USD\r\n");
    expect((await lines("2026-05-11")).slice(1, 3)).toEqual([
      "2026-05-11,0,0,0,0,",
      "All,0,0,0,0,",
    ]);
  });

  it("is headed by what its rows are, weekdays in words", async () => {
    const head = async (query: object) =>
      String((await file(query, "csv")).content)
        .slice(1)
        .split(",")[0];
    expect(await head({ report: "no-shows", groupBy: "week" })).toBe("Week of");
    expect(await head({ report: "energy", groupBy: "month" })).toBe("Month");
    expect(await head({ report: "bookings", groupBy: "station" })).toBe("Station");
    const starts = String((await file({ report: "starts" }, "csv")).content).split("\r\n");
    expect(starts[1]).toBe("Monday,0,0");
    expect(starts.at(-2)).toBe("Sunday,23,0");
  });

  it("has what all comes to, and says of energy what CO₂ was reckoned with", async () => {
    const last = async (query: object, at: number) =>
      String((await file(query, "csv")).content)
        .split("\r\n")
        .at(at);
    expect(await last({ report: "no-shows" }, -2)).toBe("All,4,1,0.25");
    expect(await last({ report: "stations" }, -2)).toBe("All,,,,,12.39,USD");
    expect(await last({ report: "stations" }, -3)).toBe("All,3,18.204,4,1,500,JPY");
    expect(await last({ report: "energy" }, -3)).toMatch(/^All,3,18.204,/);
    expect(await last({ report: "energy" }, -2)).toMatch(
      /^"Against petrol: 18 kWh.* Source: round figures.*",,,$/,
    );
  });

  it("has rates as percent where people read, and as they are where programs do", async () => {
    const sheet = await sheetOf({ report: "no-shows" });
    expect(sheet).toMatch(/ s="\d+"><v>0\.25<\/v>/);
    expect(await sheetOf({ report: "energy" })).toContain("Against petrol");
    const { content } = await file({ report: "no-shows" }, "csv");
    expect(String(content)).toContain(",0.25\r\n");
  });

  it("takes no name for a formula", async () => {
    const { content } = await file({ report: "revenue", groupBy: "station" }, "csv");
    expect(String(content)).toContain("\r\n'=HYPERLINK(1),2,");
    const sheet = await sheetOf({ report: "revenue", groupBy: "station" });
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("=HYPERLINK(1)");
  });

  it("is a spreadsheet in which numbers and amounts are numbers", async () => {
    const sheet = await sheetOf({ report: "revenue" });
    expect(sheet).toMatch(/<v>12\.34<\/v>/);
    expect(sheet).toMatch(/<v>18\.201<\/v>/);
  });

  it.each(reportName.options)("is %s as each kind of file", async (report) => {
    for (const format of ["csv", "xlsx", "pdf"] as const) {
      const { content } = await file({ report }, format);
      const begins = Buffer.from(content).subarray(0, 4).toString("latin1");
      expect(begins).toBe(
        { csv: "\u00EF\u00BB\u00BF" + begins.at(-1), xlsx: "PK\u0003\u0004", pdf: "%PDF" }[format],
      );
    }
  });

  it("is a document of several pages where it is long", async () => {
    const { content } = await file({ report: "no-shows", from: "2025-05-12" }, "pdf");
    const pages = Buffer.from(content)
      .toString("latin1")
      .match(/\/Type \/Page\b/g);
    expect(pages?.length).toBeGreaterThan(4);
  });

  it("is for who reads the report", async () => {
    for (const role of ["Operator", "EvOwner"] as const) {
      const asked = exportReport(
        as(db, await makeUser(db, role)),
        ExportReport.parse({ report: "revenue" }),
        "pdf",
      );
      await expect(asked).rejects.toMatchObject({ code: "request.forbidden" });
    }
  });
});

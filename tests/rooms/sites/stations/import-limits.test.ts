import { count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { stationImports, stations } from "@/db/schema/stations";
import { isAppError } from "@/lib/core/errors";
import { minuteMs } from "@/lib/core/durations";
import { newId } from "@/lib/core/ids";
import { lockImports } from "@/lib/sites/stations/store/imports";

import { makeBusiness, testStart } from "../../../support/world";
import { importing } from "./importing";

// A5 of ../shared/cases/attack.md: what an import may cost.

const { db, admin, take } = await importing();

const header =
  "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num,Access Days Time";
const row = (id: string, over = "2,24 hours daily") =>
  `${id},Pier,1 Quay,Albany,NY,12207,US,42.65,-73.75,${over}`;
const mebibytes = 1024 * 1024;
const fill = (text: string, size = 9.8 * mebibytes) => text.repeat(Math.ceil(size / text.length));

/** The most milliseconds of the processor that others had to wait for their turn, all of them, and what came of it. */
async function waited(source: string) {
  const bytes = Buffer.from(source);
  let longest = 0;
  const over = new AbortController();
  const watch = async () => {
    let before = process.threadCpuUsage();
    while (!over.signal.aborted) {
      await new Promise(setImmediate);
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1_000);
      before = process.threadCpuUsage();
    }
  };
  const start = process.threadCpuUsage();
  const watching = watch();
  const result = await take({ source: bytes, dryRun: true }).catch((error: unknown) => error);
  const { user, system } = process.threadCpuUsage(start);
  over.abort();
  await watching;
  return { longest, seconds: (user + system) / 1e6, result };
}

describe("a file of 10 MiB", () => {
  it.each<[string, () => string, string]>([
    ["rows of one value", () => `${header}\n${fill("1\n")}`, "more than 20,000 rows"],
    ["empty rows", () => `${header}\n${fill(",,,,,,,,,,\n")}`, "0 rows"],
    ["line ends", () => `${header}\n${fill("\n")}`, "0 rows"],
    ["commas in one line", () => `${header}\n${fill(",")}1`, "row_too_long"],
    ["commas for a header", () => fill("a,"), "no CSV header"],
    ["one open quote", () => `${header}\n1,"${fill("open quote ")}`, "row_too_long"],
    [
      "open quotes in every row",
      () => `${header}\n${fill(`1,"${"x".repeat(600)}\n`)}`,
      "row_not_csv",
    ],
    [
      "pairs of quotes in every row",
      () => `${header}\n${fill(`1,"","${'""'.repeat(250)}",,,,,,,,\n`)}`,
      "row_no_name",
    ],
    [
      "words for hours",
      () => `${header}\n${row("1", `2,${fill("Mon 8am-5pm and ")}`)}`,
      "row_too_long",
    ],
    [
      "hours in every row",
      () =>
        `${header}\n${fill(`${row("1", `2,${"Mon 8am-5pm, ".repeat(50).replaceAll(",", ";")}`)}\n`)}`,
      "row_twice",
    ],
    ["brackets", () => fill("["), "not valid JSON"],
    [
      "closed brackets",
      () => `[${fill("[", 4.9 * mebibytes)}${fill("]", 4.9 * mebibytes)}]`,
      "row_too_long",
    ],
    ["lists", () => `[${fill("[],")}[]]`, "more than 20,000 rows"],
    ["lists in a location", () => `[{"coordinates":[${fill("[],")}[]]}]`, "row_too_long"],
    ["an open text", () => `["${fill("a")}`, "not valid JSON"],
    [
      "locations that are none",
      () => `[${fill(`{"id":"1","evses":[${"{},".repeat(200)}{}]},`)}{}]`,
      "missing",
    ],
  ])(
    "of %s is told soon, and nobody waits for it",
    { timeout: 60_000 },
    async (_name, source, outcome) => {
      const { longest, seconds, result } = await waited(source());
      const told = isAppError(result) ? result.message : JSON.stringify(result).slice(0, 2_000);
      if (outcome === "0 rows") expect(result).toMatchObject({ rows: [] });
      else expect(told).toContain(outcome);
      expect(longest).toBeLessThan(250);
      expect(seconds).toBeLessThan(10);
    },
  );

  it("has the first thousand of its refused rows told, and the others counted", async () => {
    const lines = Array.from({ length: 1_500 }, (_, index) => row(String(index), "none,"));
    const report = await take({
      source: [header, ...lines, row("sound")].join("\n"),
      dryRun: true,
    });
    expect(report.counts).toMatchObject({ refused: 1_500, created: 1 });
    expect(report.untold).toBe(500);
    expect(report.rows).toHaveLength(1_001);
    expect(report.rows.at(-1)).toMatchObject({ key: "sound", outcome: "created" });
  });

  it("makes no more charging places than a file may have", async () => {
    const lines = Array.from({ length: 202 }, (_, index) => row(String(index), "999,"));
    const report = await take({ source: [header, ...lines].join("\n"), dryRun: true });
    expect(report.counts).toMatchObject({ created: 200, refused: 2 });
    expect(report.rows.at(-1)).toMatchObject({ code: "row_places" });
  });
});

describe("one import runs for a business at a time", () => {
  const source = [header, row("alone")].join("\n");
  const running = async (scope: string, aliveAt: Date) => {
    await db.insert(stationImports).values({ scope, runId: newId(), aliveAt });
  };

  it("another is refused while one runs, for nobody's stations too, and none is left behind", async () => {
    const { id: businessId } = await makeBusiness(db);
    const { id: other } = await makeBusiness(db);
    await running(businessId, testStart);
    for (const dryRun of [true, false]) {
      await expect(take({ source, businessId, dryRun })).rejects.toMatchObject({
        code: "import.running",
        status: 409,
      });
    }
    expect((await take({ source, businessId: other })).counts.created).toBe(1);
    expect(await take({ source: "ID\n" }).catch(() => null)).toBeNull();
    // The first waits at its first batch for as long as another's batch holds the stations.
    const [release, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = db.transaction(async (tx) => {
      await lockImports({ ...admin, db: tx });
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const first = take({ source, dryRun: true });
    await expect.poll(async () => (await db.select().from(stationImports)).length).toBe(2);
    await expect(take({ source, dryRun: true })).rejects.toMatchObject({ code: "import.running" });
    release.resolve();
    await holding;
    expect((await first).counts.created).toBe(0);
    const left = await db.select().from(stationImports);
    expect(left.map(({ scope }) => scope)).toEqual([businessId]);
  });

  it("one that has been silent for a minute is dead", async () => {
    const { id: businessId } = await makeBusiness(db);
    await running(businessId, new Date(testStart.getTime() - minuteMs - 1));
    const report = await take({ source: [header, row("after")].join("\n"), businessId });
    expect(report.counts.created).toBe(1);
  });
});

describe("whoever asked and is gone", () => {
  const many = [header, ...Array.from({ length: 1_000 }, (_, index) => row(`G${index}`))].join(
    "\n",
  );

  it("stops the import behind the batch it is at, and frees the place for the next", async () => {
    const gone = new AbortController();
    const stopped = take({ source: many, signal: gone.signal, onProgress: () => gone.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "import.stopped" });
    const [made] = await db
      .select({ count: count() })
      .from(stations)
      .where(eq(stations.name, "Pier"));
    expect(made?.count).toBeGreaterThanOrEqual(250);
    expect(made?.count).toBeLessThan(1_000);
    expect((await take({ source: many })).counts).toMatchObject({ created: 750, unchanged: 250 });
  });
});

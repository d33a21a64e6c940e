import postgres from "postgres";

import { createDatabase } from "@/db/client";
import { anonymous } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";
import { nearbyStations } from "@/lib/sites/stations";
import { NearbyStations } from "@/lib/sites/stations/schema";

import { logStatements, type Statement } from "../support/statement-log";
import { testConfig } from "../support/world";
import { type Figure, median, sideBySide } from "./figures";
import { atEachSize, type Size } from "./million-world";
import { asTheyAre } from "./replay";

const bench = "nearby, 5 km around New York with the next 7 days";
const rounds = 40;
const asked = {
  ...NearbyStations.parse({ latitude: 40.7128, longitude: -74.006, radius: 5_000 }),
  page: 1,
  limit: 100,
};
/** What grows with the number of stations. */
const large = ["stations", "connectors", "tariffs", "slots"];

/** What one size came to: each round of the search, and of its statements sent directly, in milliseconds. */
export interface NearbyTook {
  readonly search: readonly number[];
  readonly bare: readonly number[];
  /** How many stations were answered and found. */
  readonly answered: number;
  readonly found: number;
  /** The tables that one of its statements reads from end to end. */
  readonly scanned: readonly string[];
}

/** A circle of the same 424 stations among 4.7 k, 100 k and 1 M of them (quality.md, nearby search). */
export async function nearby(): Promise<Figure[]> {
  const took = new Map<Size, NearbyTook>();
  await atEachSize(async ({ size, url }) => {
    took.set(size, await measureNearby(url));
  });
  return nearbyFigures(took);
}

export async function measureNearby(url: string): Promise<NearbyTook> {
  const log = await logStatements(url);
  const logged = createDatabase(log.url, { max: 1, name: "bench-logged" });
  const database = createDatabase(url, { max: 1, name: "bench" });
  const sql = postgres(url, { max: 1, types: asTheyAre, onnotice: () => {} });
  const searchOn = ({ db }: typeof database) => {
    const ctx = makeContext({ db, actor: anonymous, config: testConfig });
    return () => nearbyStations(ctx, asked);
  };
  try {
    const noted = searchOn(logged);
    // What the driver asks of a new connection comes before.
    await noted();
    const statements = await log.during(noted);
    const search = searchOn(database);
    const took = { search: [] as number[], bare: [] as number[] };
    for (let turn = -5; turn < rounds; turn += 1) {
      const ms = [await timeOf(search), await timeOf(() => sendAgain(sql, statements))] as const;
      if (turn < 0) continue;
      took.search.push(ms[0]);
      took.bare.push(ms[1]);
    }
    const { items, total } = await search();
    return {
      ...took,
      answered: items.length,
      found: total,
      scanned: await scannedBy(sql, statements),
    };
  } finally {
    await sql.end();
    await database.close();
    await logged.close();
    log.close();
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** In the same trips. */
async function sendAgain(sql: postgres.Sql, statements: readonly Statement[]): Promise<void> {
  for (const [, together] of Map.groupBy(statements, ({ trip }) => trip)) {
    await Promise.all(
      together.map(({ sql: text, values }) => sql.unsafe(text, [...values], { prepare: true })),
    );
  }
}

async function scannedBy(sql: postgres.Sql, statements: readonly Statement[]): Promise<string[]> {
  const scanned = new Set<string>();
  for (const { sql: text, values } of statements) {
    const [row] = await sql.unsafe(`explain (format json) ${text}`, [...values]);
    const plan: unknown = row?.["QUERY PLAN"];
    const words = typeof plan === "string" ? plan : JSON.stringify(plan);
    for (const [, table = ""] of words.matchAll(
      /"Node Type":\s*"Seq Scan"[^{}]*?"Relation Name":\s*"(\w+)"/g,
    )) {
      if (large.includes(table)) scanned.add(table);
    }
  }
  return [...scanned];
}

export function nearbyFigures(took: ReadonlyMap<Size, NearbyTook>): Figure[] {
  const all = [...took.values()];
  const [least, most] = [all[0], all.at(-1)];
  if (!least || !most) throw new Error("Nothing was measured.");
  const ms = all.map(({ search }) => median(search).toFixed(1)).join(", ");
  const { ratio, said } = sideBySide(most.search, least.search, 2);
  const beside = all.map(({ search, bare }) => sideBySide(search, bare, 2));
  const scanned = all.flatMap((one) => one.scanned);
  return [
    {
      bench,
      what: `${most.answered} of ${most.found} found, at ${[...took.keys()].join(", then at ")}`,
      figure: `p50 ${ms} ms, ${said}`,
      reach: "≤ 2 times",
      reached: ratio <= 2 && all.every(({ found }) => found === least.found),
    },
    {
      bench,
      what: "against the same SQL sent directly",
      figure: beside.map(({ told, spread }) => `${told} (${spread})`).join(", "),
      reach: "≤ 2 times",
      reached: beside.every(({ ratio }) => ratio <= 2),
    },
    {
      bench,
      what: "tables that are read from end to end",
      figure: [...new Set(scanned)].join(", ") || "none",
      reach: "none",
      reached: scanned.length === 0,
    },
  ];
}

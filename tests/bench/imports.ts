import { createDatabase } from "@/db/client";
import { stationsCsv } from "@/db/seed/data";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { importStations } from "@/lib/sites/stations";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testConfig } from "../support/world";
import type { Figure } from "./figures";

const bench = "the 4,736 stations of New York";

/** What importing a whole state takes, and what a second run takes that changes nothing. */
export async function imports(): Promise<Figure[]> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 2 });
  const ctx = makeContext({ db, actor: jobActor("import"), config: testConfig });
  const source = Buffer.from(stationsCsv());
  const seconds = async (dryRun: boolean) => {
    const began = performance.now();
    await importStations(ctx, { source, dryRun });
    return (performance.now() - began) / 1_000;
  };
  try {
    const runs = [
      { what: "told what would be done", took: await seconds(true), most: 7.7 },
      { what: "imported", took: await seconds(false), most: 7.7 },
      { what: "imported again, nothing changed", took: await seconds(false), most: 7.7 },
    ];
    return runs.map(({ what, took, most }) => ({
      bench,
      what,
      figure: `${took.toFixed(1)} s`,
      reach: `≤ ${most} s`,
      reached: took <= most,
    }));
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

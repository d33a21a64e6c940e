import { readFileSync } from "node:fs";

import { eq } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Actor } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";
import { importStations, type ImportStations } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";

/** The files of ../shared/cases/README.md, by their names there. */
export const caseFile = (name: string) =>
  readFileSync(new URL(`import-cases/${name}`, import.meta.url));

/** Who imports into a database of the test file's own, and what is there afterwards. */
export async function importing() {
  const { db } = await testDatabase();
  const clock = fileClock(testStart);
  const as = (actor: Actor) => makeContext({ db, actor, clock, config: testConfig });
  const admin = as(await makeUser(db, "SystemAdmin"));
  const take = (input: ImportStations, ctx = admin) => importStations(ctx, input);

  async function stored(sourceId: string) {
    const [station] = await db.select().from(stations).where(eq(stations.sourceId, sourceId));
    if (!station) throw new Error(`No station ${sourceId}`);
    const places = await db.select().from(connectors).where(eq(connectors.stationId, station.id));
    return { ...station, places: places.toSorted((a, b) => a.number - b.number) };
  }
  return { db, clock, as, admin, take, stored };
}

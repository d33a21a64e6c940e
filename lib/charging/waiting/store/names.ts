import { eq, inArray } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { waiting } from "@/db/schema/waiting";
import type { Context } from "@/lib/core/context";

/** The names of the stations at which the entries wait. */
export async function findStationNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: waiting.id, name: stations.name })
    .from(waiting)
    .innerJoin(stations, eq(stations.id, waiting.stationId))
    .where(inArray(waiting.id, [...ids]));
}

import { inArray } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

/** What the stations are called. */
export async function findNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: stations.id, name: stations.name })
    .from(stations)
    .where(inArray(stations.id, [...ids]));
}

import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import type { ReadStations, StationsReport } from "./schema";
import { countMissed, sumBooked, sumRevenue } from "./store/series";
import { viewStations } from "./view-outcomes";

/**
 * The stations with the most sessions that ended on the days (the last 30 without), with what else happened there.
 * Throws `report.busy`.
 */
export async function readStations(ctx: Context, query: ReadStations): Promise<StationsReport> {
  const scope = scopeOf(ctx, "report.read");
  return asReport(ctx, async (ctx) => {
    const { from, to, timeZone } = await chooseDays(ctx, scope, query, 30);
    const filter = { from, to, groupBy: "station" } as const;
    const taken = await sumRevenue(ctx, scope, filter);
    const booked = await sumBooked(ctx, scope, filter);
    const missed = await countMissed(ctx, scope, filter);
    const stations = viewStations(taken, booked, missed);
    return { from, to, timeZone, stations: stations.slice(0, query.limit), count: stations.length };
  });
}

import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseDays } from "./choose-days";
import { chooseScope } from "./choose-scope";
import type { ReadStations, StationsReport } from "./schema";
import { countAtStations, sumRevenue } from "./store/series";
import { viewStations } from "./view-outcomes";

/**
 * The stations with the most sessions that ended on the days (the last 30 without), with what else happened there.
 * Throws what `chooseScope` does, and `report.busy`.
 */
export async function readStations(ctx: Context, query: ReadStations): Promise<StationsReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) => {
    const { from, to, timeZone } = await chooseDays(ctx, scope, query, 30);
    const filter = { from, to, groupBy: "station" } as const;
    const taken = await sumRevenue(ctx, scope, filter);
    const booked = await countAtStations(ctx, scope, { from, to });
    const stations = viewStations(taken, booked);
    return { from, to, timeZone, stations: stations.slice(0, query.limit), count: stations.length };
  });
}

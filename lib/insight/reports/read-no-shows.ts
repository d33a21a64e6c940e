import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import { keysOf } from "./rules";
import type { NoShowReport, ReadReport } from "./schema";
import { countMissed } from "./store/series";
import { viewNoShows } from "./view";

/**
 * No-shows among the bookings that were due on the days: InProgress, Completed and NoShow, without walk-ups. The rate
 * is null where none was due. Throws `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readNoShows(ctx: Context, query: ReadReport): Promise<NoShowReport> {
  const scope = scopeOf(ctx, "report.read");
  return asReport(ctx, async (ctx) => {
    const { groupBy } = query;
    const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
    const rows = await countMissed(ctx, scope, { from, to, groupBy, stationId });
    return { from, to, groupBy, timeZone, ...viewNoShows(rows, keysOf({ from, to }, groupBy)) };
  });
}

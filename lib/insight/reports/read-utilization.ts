import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import { keysOf } from "./rules";
import type { ReadReport, UtilizationReport } from "./schema";
import { sumBooked, sumOffered } from "./store/series";
import { viewUtilization } from "./view";

/**
 * Minutes that bookings took of the minutes that slots offered, times their places. The rate is null where nothing
 * was offered, and above 1 where a schedule shrank below its bookings. Throws `station.not_found` or `report.busy`.
 */
export async function readUtilization(ctx: Context, query: ReadReport): Promise<UtilizationReport> {
  const scope = scopeOf(ctx, "report.read");
  return asReport(ctx, async (ctx) => {
    const { groupBy } = query;
    const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
    const filter = { from, to, groupBy, stationId };
    const offered = await sumOffered(ctx, scope, filter);
    const booked = await sumBooked(ctx, scope, filter);
    const keys = keysOf({ from, to }, groupBy);
    return { from, to, groupBy, timeZone, ...viewUtilization(offered, booked, keys) };
  });
}

import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import { keysOf } from "./rules";
import type { ReadReport, RevenueReport } from "./schema";
import { sumRevenue } from "./store/series";
import { viewRevenue } from "./view";

/**
 * What finalized sessions came to, tax included, by the day on which they ended: exact sums per currency.
 * Throws `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readRevenue(ctx: Context, query: ReadReport): Promise<RevenueReport> {
  const scope = scopeOf(ctx, "report.read");
  return asReport(ctx, async (ctx) => {
    const { groupBy } = query;
    const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
    const rows = await sumRevenue(ctx, scope, { from, to, groupBy, stationId });
    return { from, to, groupBy, timeZone, ...viewRevenue(rows, keysOf({ from, to }, groupBy)) };
  });
}

import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { ReadReport, RevenueReport } from "./schema";
import { sumRevenue } from "./store/series";
import { viewRevenue } from "./view";

/**
 * What finalized sessions came to, tax included, by the day on which they ended: exact sums per currency.
 * Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readRevenue(ctx: Context, query: ReadReport): Promise<RevenueReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) =>
    compareDays(ctx, scope, query, {
      read: (filter) => sumRevenue(ctx, scope, filter),
      view: viewRevenue,
    }),
  );
}

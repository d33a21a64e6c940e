import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { ReadReport, UtilizationReport } from "./schema";
import { sumBooked, sumOffered } from "./store/series";
import { viewUtilization } from "./view";

/**
 * Minutes that bookings took of the minutes that slots offered, times their places. The rate is null where nothing
 * was offered, and above 1 where a schedule shrank below its bookings. Throws what `chooseScope` does, `station.not_found` or `report.busy`.
 */
export async function readUtilization(ctx: Context, query: ReadReport): Promise<UtilizationReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) =>
    compareDays(ctx, scope, query, {
      read: async (filter) => ({
        offered: await sumOffered(ctx, scope, filter),
        booked: await sumBooked(ctx, scope, filter),
      }),
      view: ({ offered, booked }, keys) => viewUtilization(offered, booked, keys),
    }),
  );
}

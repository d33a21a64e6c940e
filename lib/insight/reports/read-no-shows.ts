import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { ReadReport, NoShowReport } from "./schema";
import { countMissed } from "./store/series";
import { viewNoShows } from "./view";

/**
 * No-shows among the bookings that were due on the days: InProgress, Completed and NoShow, without walk-ups. The rate
 * is null where none was due. Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readNoShows(ctx: Context, query: ReadReport): Promise<NoShowReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) =>
    compareDays(ctx, scope, query, {
      read: (filter) => countMissed(ctx, scope, filter),
      view: viewNoShows,
    }),
  );
}

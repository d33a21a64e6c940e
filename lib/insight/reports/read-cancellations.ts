import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { ReadReport, CancellationsReport } from "./schema";
import { countBookingsBy } from "./store/series";
import { viewCancellations } from "./view-outcomes";

/**
 * How long before their start bookings were canceled, and by whom, by the day on which they would have started.
 * Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readCancellations(
  ctx: Context,
  query: ReadReport,
): Promise<CancellationsReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) =>
    compareDays(ctx, scope, query, {
      read: (filter) => countBookingsBy(ctx, scope, filter),
      view: viewCancellations,
    }),
  );
}

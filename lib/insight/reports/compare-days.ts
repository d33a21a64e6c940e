import type { Context } from "@/lib/core/context";
import type { Scope } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import { daysBefore, keysOf, lengthOf } from "./rules";
import type { GroupBy, ReadReport } from "./schema";
import type { ReportFilter } from "./store/series";

/** What a report says of its groups and in all. */
interface Said<G, T> {
  readonly groups: readonly G[];
  readonly total: T;
}

/**
 * A report of the days asked for (the last 30 without), and in all of as many days right before them. `read` reads the
 * rows of some days, `view` says them. Throws what `chooseDays` throws.
 */
export async function compareDays<R, G, T>(
  ctx: Context,
  scope: Scope,
  query: ReadReport,
  steps: {
    readonly read: (filter: ReportFilter) => Promise<R>;
    readonly view: (rows: R, keys: readonly string[], groupBy: GroupBy) => Said<G, T>;
  },
) {
  const { groupBy } = query;
  const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
  const earlier = daysBefore({ from, to }, lengthOf({ from, to }));
  const rows = await steps.read({ from, to, groupBy, stationId });
  const rowsBefore = await steps.read({ ...earlier, groupBy: "month", stationId });
  const { groups, total } = steps.view(rows, keysOf({ from, to }, groupBy), groupBy);
  const before = { ...earlier, total: steps.view(rowsBefore, [], "month").total };
  return { from, to, groupBy, timeZone, groups: [...groups], total, before };
}

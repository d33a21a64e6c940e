import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseDays } from "./choose-days";
import { chooseScope } from "./choose-scope";
import { daysBefore, lengthOf } from "./rules";
import type { OwnersReport, ReadStarts } from "./schema";
import { countVisits } from "./store/series";
import { viewVisits } from "./view-outcomes";

/**
 * How many owners had a completed booking that started on the days (the last 30 without), and how many more than one.
 * Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readOwners(ctx: Context, query: ReadStarts): Promise<OwnersReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) => {
    const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
    const earlier = daysBefore({ from, to }, lengthOf({ from, to }));
    const total = viewVisits(await countVisits(ctx, scope, { from, to, stationId }));
    const before = viewVisits(await countVisits(ctx, scope, { ...earlier, stationId }));
    return { from, to, timeZone, total, before: { ...earlier, total: before } };
  });
}

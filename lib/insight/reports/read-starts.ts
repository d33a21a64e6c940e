import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { chooseDays } from "./choose-days";
import type { ReadStarts, StartsReport } from "./schema";
import { countStarts } from "./store/series";
import { viewStarts } from "./view";

const eightWeeks = 56;

/**
 * On which weekday and at which hour of the station's clock bookings start, canceled and rejected ones aside.
 * Throws `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readStarts(ctx: Context, query: ReadStarts): Promise<StartsReport> {
  const scope = scopeOf(ctx, "report.read");
  return asReport(ctx, async (ctx) => {
    const { from, to, stationId } = await chooseDays(ctx, scope, query, eightWeeks);
    const rows = await countStarts(ctx, scope, { from, to, stationId });
    return { from, to, ...viewStarts(rows) };
  });
}

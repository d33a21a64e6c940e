import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseDays } from "./choose-days";
import { chooseScope } from "./choose-scope";
import type { ReadStarts, StartsReport } from "./schema";
import { countLoad, sumBooked } from "./store/series";
import { sum, viewLoad } from "./view";

const eightWeeks = 56;

/**
 * The load: how many bookings hold a place in each hour of each weekday of the station's clock, canceled and rejected
 * ones aside; each counts in every hour that it touches. `total` are the bookings that start on the days.
 * Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readStarts(ctx: Context, query: ReadStarts): Promise<StartsReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) => {
    const { from, to, stationId } = await chooseDays(ctx, scope, query, eightWeeks);
    const days = { from, to, stationId };
    const rows = await countLoad(ctx, scope, days);
    const booked = await sumBooked(ctx, scope, { ...days, groupBy: "month" });
    const total = sum(booked, ({ bookings }) => bookings ?? 0);
    return { from, to, weekdays: viewLoad(rows), total };
  });
}

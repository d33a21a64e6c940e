import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { ReadReport, BookingsReport } from "./schema";
import { countBookingsBy } from "./store/series";
import { viewBookings } from "./view-outcomes";

/**
 * How many bookings that start on the days are in each state now, walk-ups with them.
 * Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readBookings(ctx: Context, query: ReadReport): Promise<BookingsReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) =>
    compareDays(ctx, scope, query, {
      read: (filter) => countBookingsBy(ctx, scope, filter),
      view: viewBookings,
    }),
  );
}

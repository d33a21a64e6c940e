import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import type { ClosedCount } from "./schema";
import { findClosedCounts } from "./store/closed";

/**
 * On which days, from today on by the clocks of the zone, how many of these stations are closed all day otherwise than
 * usual and why, soonest first; those of others are left out.
 */
export async function countClosed(
  ctx: Context,
  { stationIds, timeZone }: { readonly stationIds: readonly string[]; readonly timeZone: string },
): Promise<ClosedCount[]> {
  const scope = scopeOf(ctx, "schedule.manage");
  const from = calendarDay(ctx.clock.now(), timeZone);
  return findClosedCounts(ctx, scope, { stationIds, from });
}

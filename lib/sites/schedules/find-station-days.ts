import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zones";

import { findStations } from "./store/plans";

/** When today began at each of the stations, by their own clocks. */
export async function stationDays(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, Date>> {
  if (stationIds.length === 0) return new Map();
  const now = ctx.clock.now();
  const found = await findStations(ctx, stationIds);
  return new Map(
    found.map(({ id, timeZone }) => [id, startOfDay(calendarDay(now, timeZone), timeZone)]),
  );
}

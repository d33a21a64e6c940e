import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";

import { countComing as count } from "./store/walk-ups";

/** How many bookings of the station begin within so many minutes or have begun, and have not arrived. */
export async function countComing(
  ctx: Context,
  stationId: string,
  leadMinutes: number,
): Promise<number> {
  const now = ctx.clock.now();
  return count(ctx, stationId, { now, until: new Date(now.getTime() + leadMinutes * minuteMs) });
}

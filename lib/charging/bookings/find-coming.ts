import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import type { Need } from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-range";
import { findComing as find } from "./store/walk-ups";

/** What the cars ask for whose bookings begin within so many minutes or have begun, and that have not arrived. */
export async function findComing(
  ctx: Context,
  stationId: string,
  leadMinutes: number,
): Promise<Need[]> {
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + leadMinutes * minuteMs);
  return (await find(ctx, stationId, { now, until })).map(needOf);
}

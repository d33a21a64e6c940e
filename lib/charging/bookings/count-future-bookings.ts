import type { Context } from "@/lib/core/context";
import type { FutureBookings } from "@/lib/sites/stations/inside";
import { calendarDay } from "@/lib/core/calendar";

import { findFutureStarts } from "./store/conflicts";
import { findStation } from "./store/stations";

/** Pending and Approved bookings that start after now: how many, and on which days of the station. */
export async function futureBookings(ctx: Context, stationId: string): Promise<FutureBookings> {
  const starts = await findFutureStarts(ctx, stationId, ctx.clock.now());
  const zone = (await findStation(ctx, stationId))?.timeZone ?? "UTC";
  return {
    count: starts.length,
    dates: [...new Set(starts.map((start) => calendarDay(start, zone)))],
  };
}

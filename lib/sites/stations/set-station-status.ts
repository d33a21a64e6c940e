import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { authorize } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { lockStation } from "./get-station";
import { viewOf } from "./read-station";
import { actionTo, stationMachine } from "./rules";
import type { SetStationStatus, StationView } from "./schema";
import { storeStationStatus } from "./store/stations";

/**
 * Makes a station Active, Inactive or under Maintenance, and its slots follow at once. Inactive is refused while
 * future Pending or Approved bookings exist, with their count and dates (product.md, Station; 000-35).
 * Throws station.not_found, station.status, station.has_future_bookings.
 */
export async function setStationStatus(
  ctx: Context,
  { id, status, reason }: { readonly id: string } & SetStationStatus,
): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockStation(ctx, id, "update");
    const { businessId } = station;
    authorize(ctx, "station.manage", { businessId, stationId: id }, "station.not_found");
    const action = actionTo[status];
    decide(ctx, stationMachine, station, action, { reason });
    if (status === "Inactive") {
      const { count, dates } = await ctx.ports.futureBookings(ctx, id);
      if (count > 0) throw fail("station.has_future_bookings", { count, dates });
    }
    const changed = await transition(ctx, stationMachine, station, {
      action,
      reason,
      payload: ({ from, to }) => ({ stationId: id, from, to }),
      update: async (step) =>
        (await storeStationStatus(ctx, id, step))
          ? { ...station, status: step.to, opensWhenReady: false }
          : null,
    });
    await ctx.ports.rebuildSlots(ctx, [id]);
    return viewOf(ctx, changed);
  });
}

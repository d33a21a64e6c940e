import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { lockStation } from "./get-station";
import { viewOf } from "./read-station";
import type { SetStationStatus, StationView } from "./schema";
import { updateStationRow } from "./store/stations";

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
    if (station.status === status) throw fail("station.status", { status });
    if (status === "Inactive") {
      const { count, dates } = await ctx.ports.futureBookings(ctx, id);
      if (count > 0) throw fail("station.has_future_bookings", { count, dates });
    }
    await updateStationRow(ctx, id, { status, updatedAt: ctx.clock.now() });
    await recordAudit(ctx, {
      entity: "Station",
      entityId: id,
      action: status === "Inactive" ? "Deactivate" : "SetStatus",
      from: station.status,
      to: status,
      reason,
      businessId,
      stationId: id,
    });
    await publishEvent(ctx, {
      type: "station.status_changed",
      payload: { stationId: id, from: station.status, to: status },
      businessId,
      stationId: id,
    });
    await ctx.ports.rebuildSlots(ctx, [id]);
    return viewOf(ctx, { ...station, status });
  });
}

import type { Context } from "@/lib/core/context";

import { numberGroups } from "./build-slots";
import type { Parked } from "./lot-of";
import { findPlans } from "./store/plans";

/**
 * Where the cars stand that charge at the stations, by their bookings: which of its group's places it is. One on a
 * connector that is out of service is left out.
 */
export async function findParked(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, Parked>> {
  const charging = await ctx.ports.chargingAt(ctx, stationIds);
  const busy = [...new Set(charging.map(({ stationId }) => stationId))];
  const places = new Map<string, Parked>();
  for (const plan of busy.length > 0 ? await findPlans(ctx, busy, ctx.clock.now()) : []) {
    for (const { number: group, places: alike } of numberGroups(plan)) {
      for (const [place, { id }] of alike.entries()) places.set(id, { group, place });
    }
  }
  return new Map(
    charging.flatMap(({ bookingId, connectorId }) => {
      const at = places.get(connectorId);
      return at ? [[bookingId, at] as const] : [];
    }),
  );
}

import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";
import type { MisfitBooking, NumberedGroup, Slot } from "@/lib/sites/schedules/inside";

import { findMisfits } from "./find-misfits";
import { findNamedHolders } from "./store/conflicts";

/**
 * The station's bookings that `flagConflicts` would flag if its slots were these, soonest first; for previews.
 */
export async function misfitBookings(
  ctx: Context,
  { stationId }: Authorized<{ readonly stationId: string }>,
  planned: { readonly groups: readonly NumberedGroup[]; readonly slots: readonly Slot[] },
): Promise<MisfitBooking[]> {
  const now = ctx.clock.now();
  const holders = await findNamedHolders(ctx, stationId, now);
  const connectors = await ctx.ports.connectorsInUse(ctx, [stationId]);
  const { reasons } = findMisfits(holders, { ...planned, connectors }, now);
  return holders
    .flatMap(({ id, number, ownerName, startsAt, endsAt, conflict }) => {
      const reason = reasons.get(id);
      const isFlagged = conflict !== null;
      // A guest is here already, and so in no conflict.
      return reason && ownerName !== null
        ? [{ bookingId: id, number, ownerName, startsAt, endsAt, reason, isFlagged }]
        : [];
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

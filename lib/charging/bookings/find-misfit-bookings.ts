import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";
import type { MisfitBooking, NumberedGroup, Slot } from "@/lib/sites/schedules/inside";

import { findMisfits } from "./find-misfits";
import { findCheckInLeads, findNamedHolders } from "./store/conflicts";

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
  const leads = await findCheckInLeads(ctx, [stationId]);
  const places = {
    ...planned,
    connectors,
    checkInBeforeMinutes: leads.get(stationId) ?? 0,
  };
  const { reasons } = findMisfits(
    holders.map((holder) => ({ ...holder, isOurs: true })),
    places,
    now,
  );
  return holders
    .flatMap(({ id, conflict, ownerName, minPowerW, ...holder }) => {
      const reason = reasons.get(id);
      // A guest is here already, and so in no conflict.
      if (!reason || ownerName === null) return [];
      const { number, startsAt, endsAt, standard } = holder;
      const minPowerKw = minPowerW === null ? null : minPowerW / 1_000;
      const isFlagged = conflict !== null;
      const asked = { standard, minPowerKw };
      return [{ bookingId: id, number, ownerName, startsAt, endsAt, reason, ...asked, isFlagged }];
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

import type { Context } from "@/lib/core/context";
import {
  findGroups,
  groupKey,
  lockPlaces,
  regroupClaims,
  type Kind,
} from "@/lib/sites/schedules/inside";

import { claimOf } from "./claim-range";
import { flagConflicts } from "./flag-conflicts";
import type { Range } from "./cut-ranges";
import { setGroups } from "./store/conflicts";

/** A booking as its claim goes. */
interface Held extends Range {
  readonly id: string;
  readonly stationId: string;
  readonly placeGroup: number;
}

/**
 * Lets a booking hold its place in the group of the connector on which its car stands, whether or not the group has one
 * left: what stands there is there; the conflicts of the two groups are decided anew. In the caller's transaction, which
 * holds the station and the booking. Answers whether it was another group.
 */
export async function changeGroup(ctx: Context, booking: Held, connector: Kind): Promise<boolean> {
  const groups = await findGroups(ctx, [booking.stationId]);
  const to = groups.find((group) => groupKey(group) === groupKey(connector))?.number;
  if (to === undefined || to === booking.placeGroup) return false;
  const claim = claimOf(booking);
  await lockPlaces(ctx, [claim]);
  await regroupClaims(ctx, [{ ...claim, to }]);
  await setGroups(ctx, [{ id: booking.id, group: to }]);
  await flagConflicts(ctx, [booking.stationId]);
  return true;
}

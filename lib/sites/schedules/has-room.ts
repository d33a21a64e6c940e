import type { Context } from "@/lib/core/context";

import type { WantedClaim } from "./find-claims";
import { findRoom, rowsOf } from "./find-room";
import { layOut } from "./lay-out";
import { isWaitedFor } from "./store/reserved";

/**
 * Whether a claim would find its places now, with bookings that may move to other groups moved, and nobody in line for
 * them; nothing is taken.
 */
export async function hasRoom(ctx: Context, wanted: WantedClaim): Promise<boolean> {
  const { stationId, startsAt: from, need } = wanted;
  const { lot, held } = await layOut(ctx, stationId, { from, to: "look" });
  if (!lot.covers(wanted)) return false;
  const room = findRoom(rowsOf({ groups: lot.groups, held }), lot.stayOf(wanted), need);
  return room !== null && !(await isWaitedFor(ctx, wanted));
}

import { inTransaction, type Context } from "@/lib/core/context";

import { getHold, lockHoldStation, recordHold } from "./change-hold";
import { deleteHold, type HoldKey } from "./store/holds";
import { viewHold } from "./view";

/**
 * Ends a hold before its time, or forgets one that is over: slots that have not begun get their places back.
 * Throws `station.not_found` or `hold.not_found`.
 */
export async function removeHold(ctx: Context, { stationId, holdId }: HoldKey): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const station = await lockHoldStation(ctx, stationId);
    const hold = await getHold(ctx, { stationId, holdId });
    await deleteHold(ctx, { stationId, holdId });
    await recordHold(ctx, station, "RemoveHold", { holdId, before: viewHold(hold) });
  });
}

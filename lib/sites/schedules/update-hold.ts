import { inTransaction, type Context } from "@/lib/core/context";

import { getHeld, getHold, lockHoldStation, recordHold } from "./change-hold";
import { assertHoldAhead } from "./rules";
import type { HoldView, SetHold } from "./schema";
import { storeHold, type HoldKey } from "./store/holds";
import { viewHold } from "./view";

/**
 * Changes a hold; slots that have begun stay as they are. Throws `station.not_found`, `hold.not_found`,
 * `hold.over` when the new end has passed, and what `getHeld` throws.
 */
export async function updateHold(
  ctx: Context,
  { stationId, holdId, ...input }: HoldKey & SetHold,
): Promise<HoldView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockHoldStation(ctx, stationId);
    const before = await getHold(ctx, { stationId, holdId });
    assertHoldAhead(input, ctx.clock.now());
    const hold = { ...input, ...(await getHeld(ctx, stationId, input)) };
    await storeHold(ctx, { stationId, holdId }, hold);
    const after = { ...before, ...hold };
    await recordHold(ctx, station, "UpdateHold", {
      holdId,
      before: viewHold(before),
      after: viewHold(after),
    });
    return viewHold(after);
  });
}

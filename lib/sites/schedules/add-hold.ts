import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { lockHoldStation, recordHold } from "./change-hold";
import { assertHoldAhead } from "./rules";
import type { HoldView, SetHold } from "./schema";
import { insertHold } from "./store/holds";
import { viewHold } from "./view";

/**
 * Takes connectors of a station out of service for a while: slots that overlap lose as many places at once, and
 * bookings that no longer fit are flagged. Throws `station.not_found`, or `hold.over` when the end has passed.
 */
export async function addHold(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & SetHold,
): Promise<HoldView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockHoldStation(ctx, stationId);
    const now = ctx.clock.now();
    assertHoldAhead(input, now);
    const hold = { id: newId(), stationId, ...input, createdAt: now };
    await insertHold(ctx, hold);
    await recordHold(ctx, station, "AddHold", { holdId: hold.id, after: viewHold(hold) });
    return viewHold(hold);
  });
}

import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { getHeld, lockHoldStation, recordHold } from "./change-hold";
import { assertHoldAhead } from "./rules";
import type { HoldView, SetHold } from "./schema";
import { insertHold } from "./store/holds";
import { viewHold } from "./view";

/**
 * Takes connectors of a station out of service for a while: slots that overlap lose as many places at once, and
 * bookings that no longer fit are flagged. Throws `station.not_found`, `hold.over` when the end has passed, and what
 * `getHeld` throws.
 */
export async function addHold(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & SetHold,
): Promise<HoldView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockHoldStation(ctx, stationId);
    const now = ctx.clock.now();
    assertHoldAhead(input, now);
    const held = await getHeld(ctx, stationId, input);
    const hold = { id: newId(), stationId, ...input, ...held, createdAt: now };
    await insertHold(ctx, hold);
    await recordHold(ctx, station, "AddHold", { holdId: hold.id, after: viewHold(hold) });
    return viewHold(hold);
  });
}

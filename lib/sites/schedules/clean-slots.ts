import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { stationBatches } from "./find-bookable-stations";
import { historyStart } from "./rules";
import { deleteSlotsBefore } from "./store/recounts";

/**
 * Removes slots that began more than 400 days ago, so that a whole year can be looked back on; a slot in which a
 * booking still holds a place stays. Returns how many were removed.
 */
export async function cleanSlots(ctx: Context): Promise<{ slots: number }> {
  scopeOf(ctx, "slot.clean");
  const before = historyStart(ctx.clock.now());
  let slots = 0;
  for await (const ids of stationBatches(ctx, 200)) {
    slots += await deleteSlotsBefore(ctx, ids, before);
  }
  return { slots };
}
